using System.Text.Json;
using Trackly.Sdk.Pipeline.Validation;

namespace Trackly.Sdk.Messages;

/// <summary><c>POST v2/send-raw</c>.</summary>
internal sealed class SendRawOperation : MessageOperation<SendRawRequest>
{
    public static SendRawOperation Instance { get; } = new();

    public override string Name => "send_raw";

    public override string Path => "v2/send-raw";

    public override void Validate(SendRawRequest request, RequestErrors errors) => MessageRules.Check(request.To, request.ListNumber, request.Body, errors);

    public override SendRawRequest WriteValues(SendRawRequest request, RequestErrors errors) =>
        request.Metadata is { } metadata ? request with { Metadata = errors.WriteValues(metadata, "metadata") } : request;

    public override byte[] Serialize(SendRawRequest request) => JsonSerializer.SerializeToUtf8Bytes(request, MessagesJsonContext.Requests.SendRawRequest);

    public override SendRawRequest MapRecipients(SendRawRequest request, Func<string, string> map) => request with { To = map(request.To) };
}
