using Trackly.Sdk.Pipeline.Json;

namespace Trackly.Sdk.Phones;

/// <summary>Reads what Trackly says about a number.</summary>
internal static class PhoneParser
{
    public const string NotTheDocumentedObject = "it is not the JSON object that Trackly documents";

    /// <summary>Returns null when the object says nothing about a number.</summary>
    public static PhoneValidation? Parse(ResponseObject? json)
    {
        if (json is null)
            return null;
        var (valid, disposition) = (json.TakeBoolean("valid"), json.TakeString("disposition"));
        return valid is null && disposition is null ? null : new PhoneValidation
        {
            Phone = json.TakeString("phone"),
            Valid = valid,
            LineType = new PhoneLineType(json.TakeString("line_type")),
            Carrier = json.TakeString("carrier"),
            CarrierRaw = json.TakeString("carrier_raw"),
            Ported = json.TakeBoolean("ported"),
            Country = json.TakeString("country"),
            State = json.TakeString("state"),
            City = json.TakeString("city"),
            OnDoNotCallList = json.TakeBoolean("on_dnc"),
            Disposition = new PhoneDisposition(disposition),
            Cost = json.TakeDecimal("cost"),
            Cached = json.TakeBoolean("cached"),
            AdditionalProperties = json.GetOthers(),
        };
    }
}
