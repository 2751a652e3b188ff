using System.Text.Json;
using Trackly.Sdk.Pipeline.Json;
using Trackly.Sdk.Pipeline.Responses;
using Trackly.Sdk.Pipeline.Validation;

namespace Trackly.Sdk.Phones;

/// <summary><c>POST v1/phone/validate/batch</c>: the numbers were checked one by one before.</summary>
internal sealed class ValidatePhonesOperation(bool force) : PhoneOperation<IReadOnlyList<string>, IReadOnlyList<PhoneItem>>(force)
{
    /// <summary>The limit that Trackly documents for one call.</summary>
    public const int MaxPhones = 500;

    private static readonly ValidatePhonesOperation Cached = new(force: false);
    private static readonly ValidatePhonesOperation Forced = new(force: true);

    public override string Name => "validate_phones";

    public override string Path => "v1/phone/validate/batch";

    public static ValidatePhonesOperation Find(bool force) => force ? Forced : Cached;

    public override void Validate(IReadOnlyList<string> request, RequestErrors errors)
    {
        // One number that is blank must not fail the others.
    }

    public override byte[] Serialize(IReadOnlyList<string> request) =>
        JsonSerializer.SerializeToUtf8Bytes(new PhonesBody { Phones = request, Force = Force }, PhonesJsonContext.Requests.PhonesBody);

    public override ParsedResponse Parse(byte[] body) => ResponseObject.Parse(body)?.TakeObjects("results") is { } items
        ? new(ResponseKind.Accepted, items.Select(ParseItem).ToList())
        : new(ResponseKind.Unreadable, Problem: PhoneParser.NotTheDocumentedObject);

    private static PhoneItem ParseItem(ResponseObject? json)
    {
        // An item that failed has an error in place of a validation.
        var (code, error) = (json?.TakeString("code"), json?.TakeString("error"));
        return code is null && error is null ? new(PhoneParser.Parse(json), null, null) : new(null, code, error);
    }
}
