using System.Text.Json;
using Trackly.Sdk.Pipeline;
using Trackly.Sdk.Pipeline.Attempts;
using Trackly.Sdk.Pipeline.Responses;
using Trackly.Sdk.Pipeline.Validation;

namespace Trackly.Sdk.Messages;

/// <summary><c>POST v2/send</c>.</summary>
internal sealed class SendOperation : Operation<SendRequest, SendResponse>
{
    public static SendOperation Instance { get; } = new();

    public override string Name => "send";

    public override HttpMethod Method => HttpMethod.Post;

    public override string Path => "v2/send";

    public override RepeatSafety RepeatSafety => RepeatSafety.Unsafe;

    public override void Validate(SendRequest request, RequestErrors errors)
    {
        MessageRules.Check(request.To, request.ListNumber, request.Body, errors);
        errors.CheckText(request.ContactData?.FirstName, "contact_data.first_name");
        errors.CheckText(request.ContactData?.LastName, "contact_data.last_name");
        errors.CheckText(request.ContactData?.Timezone, "contact_data.timezone");
        errors.CheckValues(request.ContactData?.CustomFields, "contact_data.custom_fields");
        errors.CheckValues(request.Metadata, "metadata");
    }

    public override byte[] Serialize(SendRequest request) => JsonSerializer.SerializeToUtf8Bytes(request, MessagesJsonContext.Requests.SendRequest);

    public override ParsedResponse Parse(byte[] body) => SendResponseParser.Parse(body);

    public override string GetRecipient(SendRequest request) => request.To;

    public override SendRequest WithRecipient(SendRequest request, string recipient) => request with { To = recipient };

    public override SendResponse WithAttempts(SendResponse response, IReadOnlyList<SendAttempt> attempts) => response with { Attempts = attempts };

    public override string GetLogId(SendResponse response) => Redaction.RedactMessageId(response.MessageId);
}
