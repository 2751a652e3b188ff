using Trackly.Sdk.Pipeline.Json;
using Trackly.Sdk.Pipeline.Responses;
using Trackly.Sdk.Pipeline.Validation;

namespace Trackly.Sdk.Contacts;

/// <summary><c>GET v2/contacts/{phone_number}</c>.</summary>
internal sealed class GetContactOperation : ContactOperation<ContactKey, FoundContact>
{
    public static GetContactOperation Instance { get; } = new();

    public override string Name => "get_contact";

    public override HttpMethod Method => HttpMethod.Get;

    public override OutcomeAdvice Advice => OutcomeAdvice.Read;

    public override void Validate(ContactKey request, RequestErrors errors) => ContactRules.CheckPhone(request.PhoneNumber, errors);

    public override string GetPathSuffix(ContactKey request) => "/" + Uri.EscapeDataString(request.PhoneNumber);

    public override byte[]? Serialize(ContactKey request) => null;

    public override ParsedResponse Parse(byte[] body) => ContactParser.ParseWithLists(ResponseObject.Parse(body)) is { } contact
        ? new(ResponseKind.Accepted, new FoundContact(contact))
        : new(ResponseKind.Unreadable, Problem: NotTheDocumentedObject);

    /// <summary>
    /// Treats a 404, and a 400 with the code that other operations use, as no contact: what Trackly sends is not documented. A 404 without Trackly's envelope comes from elsewhere,
    /// for example because of a wrong base address.
    /// </summary>
    public override ParsedResponse ParseError(int statusCode, byte[] body) =>
        statusCode is 400 or 404 && ErrorEnvelope.Parse(body) is var envelope
        && (envelope.Code is "contact_not_found" || (statusCode == 404 && (envelope.Code is "not_found" || envelope is { Code: null, Error: not null })))
            ? new(ResponseKind.Accepted, new FoundContact(null))
            : default;
}
