using System.Runtime.Serialization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Trackly.Sdk.Pipeline.Json;

namespace Trackly.Sdk;

/// <summary>Represents what is known about a phone number.</summary>
/// <remarks>Source: <see href="https://docs.tracklysms.com/api-reference/phone/validate"/>.</remarks>
public sealed record PhoneValidation
{
    /// <summary>Gets the number as Trackly writes it. Null when it sent none.</summary>
    [JsonPropertyName("phone")]
    public string? Phone { get; init; }

    /// <summary>Gets whether the number is valid. Null when Trackly does not say.</summary>
    [JsonPropertyName("valid")]
    public bool? Valid { get; init; }

    /// <summary>Gets the kind of line.</summary>
    [JsonPropertyName("line_type")]
    public PhoneLineType LineType { get; init; }

    /// <summary>Gets the name of the carrier. Null when it is not known.</summary>
    [JsonPropertyName("carrier")]
    public string? Carrier { get; init; }

    /// <summary>Gets the name of the carrier as the source of the data writes it. Null when it is not known.</summary>
    [JsonPropertyName("carrier_raw")]
    public string? CarrierRaw { get; init; }

    /// <summary>Gets whether the number was ported from another carrier. Null when it is not known.</summary>
    [JsonPropertyName("ported")]
    public bool? Ported { get; init; }

    /// <summary>Gets the country. Null when it is not known.</summary>
    [JsonPropertyName("country")]
    public string? Country { get; init; }

    /// <summary>Gets the state. Empty or null when it is not known.</summary>
    [JsonPropertyName("state")]
    public string? State { get; init; }

    /// <summary>Gets the city. Empty or null when it is not known.</summary>
    [JsonPropertyName("city")]
    public string? City { get; init; }

    /// <summary>Gets whether the number is on a do-not-call list. Null when it is not known.</summary>
    [JsonPropertyName("on_dnc")]
    public bool? OnDoNotCallList { get; init; }

    /// <summary>Gets the verdict of the validation.</summary>
    [JsonPropertyName("disposition")]
    public PhoneDisposition Disposition { get; init; }

    /// <summary>Gets what the validation cost, in US dollars: 0 from the cache. Null when Trackly does not say.</summary>
    [JsonPropertyName("cost")]
    public decimal? Cost { get; init; }

    /// <summary>Gets whether the result came from Trackly's cache. Null when Trackly does not say.</summary>
    [JsonPropertyName("cached")]
    public bool? Cached { get; init; }

    /// <summary>Gets the members of the response that this version of the SDK does not know, by their JSON name. Empty when there are none.</summary>
    [JsonPropertyName("additional_properties")]
    [IgnoreDataMember]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ResponseObject.NoProperties;

    /// <summary>Compares by content: the additional properties too.</summary>
    /// <param name="other">Another validation. Null is never equal.</param>
    /// <returns>True when every property is equal.</returns>
    public bool Equals(PhoneValidation? other) =>
        other is not null && Key == other.Key && LineType == other.LineType && Disposition == other.Disposition
        && ResponseObject.AreEqual(AdditionalProperties, other.AdditionalProperties);

    /// <inheritdoc/>
    public override int GetHashCode() => (Phone, Disposition, LineType).GetHashCode();

    /// <summary>Returns the line type and the disposition, never the number.</summary>
    /// <returns>A string such as <c>PhoneValidation { LineType = mobile, Disposition = ok }</c>.</returns>
    public override string ToString() => $"PhoneValidation {{ LineType = {LineType}, Disposition = {Disposition} }}";

    private (string?, bool?, string?, string?, bool?, string?, string?, string?, bool?, decimal?, bool?) Key =>
        (Phone, Valid, Carrier, CarrierRaw, Ported, Country, State, City, OnDoNotCallList, Cost, Cached);
}
