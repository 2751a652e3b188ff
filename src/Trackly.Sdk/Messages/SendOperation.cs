using System.Text.Json;
using Trackly.Sdk.Pipeline.Validation;

namespace Trackly.Sdk.Messages;

/// <summary><c>POST v2/send</c>.</summary>
internal sealed class SendOperation : MessageOperation<SendRequest>
{
    public static SendOperation Instance { get; } = new();

    public override string Name => "send";

    public override string Path => "v2/send";

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

    public override SendRequest MapRecipients(SendRequest request, Func<string, string> map) =>
        map(request.To) is var to && to != request.To ? request with { To = to } : request;
}
