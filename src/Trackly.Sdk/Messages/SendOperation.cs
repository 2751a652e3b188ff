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
    }

    public override SendRequest WriteValues(SendRequest request, RequestErrors errors)
    {
        if (request.ContactData is { CustomFields: { } customFields } contact)
            request = request with { ContactData = contact with { CustomFields = errors.WriteValues(customFields, "contact_data.custom_fields") } };
        return request.Metadata is { } metadata ? request with { Metadata = errors.WriteValues(metadata, "metadata") } : request;
    }

    public override byte[] Serialize(SendRequest request) => JsonSerializer.SerializeToUtf8Bytes(request, MessagesJsonContext.Requests.SendRequest);

    public override SendRequest MapRecipients(SendRequest request, Func<string, string> map) => request with { To = map(request.To) };
}
