using Trackly.Sdk.Pipeline;
using Trackly.Sdk.Pipeline.Attempts;
using Trackly.Sdk.Pipeline.Responses;

namespace Trackly.Sdk.Messages;

/// <summary>What the operations that send one message have in common.</summary>
internal abstract class MessageOperation<TRequest> : Operation<TRequest, SendResponse>
    where TRequest : class
{
    public override HttpMethod Method => HttpMethod.Post;

    public override RepeatSafety RepeatSafety => RepeatSafety.Unsafe;

    public override OutcomeAdvice Advice => OutcomeAdvice.Message;

    public override ParsedResponse Parse(byte[] body) => SendResponseParser.Parse(body);

    public abstract override TRequest MapRecipients(TRequest request, Func<string, string> map);

    public override SendResponse WithAttempts(SendResponse response, IReadOnlyList<SendAttempt> attempts) => response with { Attempts = attempts };

    public override string GetLogId(SendResponse response) => Redaction.RedactMessageId(response.MessageId);
}
