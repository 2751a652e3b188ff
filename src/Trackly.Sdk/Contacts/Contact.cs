using System.Runtime.Serialization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Trackly.Sdk.Pipeline.Json;

namespace Trackly.Sdk;

/// <summary>Represents a contact and the lists that it is, or was, on.</summary>
/// <remarks>Source: <see href="https://docs.tracklysms.com/api-reference/v2/contacts/get-contact"/>.</remarks>
public sealed record Contact
{
    /// <summary>Gets the phone number in E.164 format.</summary>
    [JsonPropertyName("phone_number")]
    public string PhoneNumber { get; init; } = "";

    /// <summary>Gets the name of the carrier. Null when it is not known.</summary>
    [JsonPropertyName("carrier")]
    public string? Carrier { get; init; }

    /// <summary>Gets the kind of line.</summary>
    [JsonPropertyName("line_type")]
    public ContactLineType LineType { get; init; }

    /// <summary>Gets the time zone as the IANA database names it, for example <c>America/Los_Angeles</c>. Null when it is not known.</summary>
    [JsonPropertyName("timezone")]
    public string? Timezone { get; init; }

    /// <summary>Gets whether the number is valid. Null when Trackly does not say.</summary>
    [JsonPropertyName("is_valid")]
    public bool? IsValid { get; init; }

    /// <summary>
    /// Gets the lists of the contact. <see cref="ITracklyContacts.GetAsync(string, CancellationToken)"/> returns all of them; an item of
    /// <see cref="ITracklyContacts.ListAsync(ContactFilter, CancellationToken)"/> has exactly one.
    /// </summary>
    [JsonPropertyName("lists")]
    public IReadOnlyList<ContactMembership> Lists { get; init; } = [];

    /// <summary>Gets the members of the response that this version of the SDK does not know, by their JSON name. Empty when there are none.</summary>
    [JsonPropertyName("additional_properties")]
    [IgnoreDataMember]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ResponseObject.NoProperties;

    /// <summary>Compares by content: the lists and the additional properties too.</summary>
    /// <param name="other">Another contact. Null is never equal.</param>
    /// <returns>True when every property is equal.</returns>
    public bool Equals(Contact? other) =>
        other is not null && PhoneNumber == other.PhoneNumber && Carrier == other.Carrier && LineType == other.LineType && Timezone == other.Timezone && IsValid == other.IsValid
        && Lists.SequenceEqual(other.Lists) && ResponseObject.AreEqual(AdditionalProperties, other.AdditionalProperties);

    /// <inheritdoc/>
    public override int GetHashCode() => (PhoneNumber, Lists.Count).GetHashCode();

    /// <summary>Returns the number of lists, never the phone number.</summary>
    /// <returns>A string such as <c>Contact { Lists = 2 }</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"Contact {{ Lists = {Lists.Count} }}");
}
