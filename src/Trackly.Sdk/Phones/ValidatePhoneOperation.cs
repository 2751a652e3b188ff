using System.Text.Json;
using Trackly.Sdk.Pipeline.Json;
using Trackly.Sdk.Pipeline.Responses;
using Trackly.Sdk.Pipeline.Validation;

namespace Trackly.Sdk.Phones;

/// <summary><c>POST v1/phone/validate</c>, which is current despite its version.</summary>
internal sealed class ValidatePhoneOperation(bool force) : PhoneOperation<PhoneQuery, PhoneValidation>(force)
{
    private static readonly ValidatePhoneOperation Cached = new(force: false);
    private static readonly ValidatePhoneOperation Forced = new(force: true);

    public override string Name => "validate_phone";

    public override string Path => "v1/phone/validate";

    public static ValidatePhoneOperation Find(bool force) => force ? Forced : Cached;

    public override void Validate(PhoneQuery request, RequestErrors errors) => PhoneRules.Check(request.Phone, errors);

    public override byte[] Serialize(PhoneQuery request) =>
        JsonSerializer.SerializeToUtf8Bytes(new PhoneBody { Phone = request.Phone, Force = Force }, PhonesJsonContext.Requests.PhoneBody);

    public override ParsedResponse Parse(byte[] body) => PhoneParser.Parse(ResponseObject.Parse(body)) is { } validation
        ? new(ResponseKind.Accepted, validation)
        : new(ResponseKind.Unreadable, Problem: PhoneParser.NotTheDocumentedObject);
}
