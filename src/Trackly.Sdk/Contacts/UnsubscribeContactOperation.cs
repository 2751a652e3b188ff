using Trackly.Sdk.Pipeline.Json;
using Trackly.Sdk.Pipeline.Responses;
using Trackly.Sdk.Pipeline.Validation;

namespace Trackly.Sdk.Contacts;

/// <summary><c>DELETE v2/contacts</c>: an opt-out from one list. Nothing is deleted.</summary>
internal sealed class UnsubscribeContactOperation : ContactOperation<ContactKey, UnsubscribeContactResponse>
{
    public static UnsubscribeContactOperation Instance { get; } = new();

    public override string Name => "unsubscribe_contact";

    public override HttpMethod Method => HttpMethod.Delete;

    public override OutcomeAdvice Advice => ContactAdvice.Repeatable;

    public override void Validate(ContactKey request, RequestErrors errors)
    {
        ContactRules.CheckPhone(request.PhoneNumber, errors);
        ContactRules.CheckList(request.ListNumber, errors);
    }

    public override byte[] Serialize(ContactKey request) => ContactJson.Serialize(request);

    public override ParsedResponse Parse(byte[] body)
    {
        if (ResponseObject.Parse(body) is not { } json)
            return new(ResponseKind.Unreadable, Problem: NotTheDocumentedObject);
        if (json.TakeBoolean("success") == false)
            return new(ResponseKind.Rejected);
        // An opt-out is never claimed on less than Trackly's word.
        return json.TakeBoolean("unsubscribed") is { } unsubscribed
            ? new(ResponseKind.Accepted, new UnsubscribeContactResponse { Unsubscribed = unsubscribed, AdditionalProperties = json.GetOthers() })
            : new(ResponseKind.Unreadable, Problem: "it does not say whether the contact was unsubscribed");
    }
}
