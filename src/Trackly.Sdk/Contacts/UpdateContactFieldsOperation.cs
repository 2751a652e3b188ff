using Trackly.Sdk.Pipeline.Json;
using Trackly.Sdk.Pipeline.Responses;
using Trackly.Sdk.Pipeline.Validation;

namespace Trackly.Sdk.Contacts;

/// <summary><c>PUT v2/contacts</c>.</summary>
internal sealed class UpdateContactFieldsOperation : ContactOperation<UpdateContactFieldsRequest, UpdateContactFieldsResponse>
{
    public static UpdateContactFieldsOperation Instance { get; } = new();

    public override string Name => "update_contact_fields";

    public override HttpMethod Method => HttpMethod.Put;

    public override OutcomeAdvice Advice => ContactAdvice.Repeatable;

    public override void Validate(UpdateContactFieldsRequest request, RequestErrors errors)
    {
        ContactRules.CheckPhone(request.PhoneNumber, errors);
        ContactRules.CheckList(request.ListNumber, errors);
        if (request.CustomFields is null)
            errors.Add(TracklyErrorCode.MissingCustomFields, "custom_fields", "'custom_fields' is missing: set it to the fields to change.");
    }

    public override UpdateContactFieldsRequest WriteValues(UpdateContactFieldsRequest request, RequestErrors errors)
    {
        if (ContactRules.WriteFields(request.CustomFields, errors) is not { } fields)
            return request;
        var written = request with { CustomFields = fields };
        if (errors.ToException() is null)
            ContactRules.CheckSize(ContactJson.Serialize(written).Length, errors);
        return written;
    }

    public override byte[] Serialize(UpdateContactFieldsRequest request) => ContactJson.Serialize(request);

    public override ParsedResponse Parse(byte[] body)
    {
        if (ResponseObject.Parse(body) is not { } json)
            return new(ResponseKind.Unreadable, Problem: NotTheDocumentedObject);
        var (success, id, fields) = (json.TakeBoolean("success"), json.TakeString("list_contact_id"), json.TakeValues("custom_fields"));
        if (success == false)
            return new(ResponseKind.Rejected);
        return success is null && id is null && fields is null ? new(ResponseKind.Unreadable, Problem: "it does not say what changed") : new(
            ResponseKind.Accepted, new UpdateContactFieldsResponse { ListContactId = id, CustomFields = fields ?? [], AdditionalProperties = json.GetOthers() });
    }
}
