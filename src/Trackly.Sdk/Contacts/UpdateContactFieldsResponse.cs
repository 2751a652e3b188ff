using System.Runtime.Serialization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Trackly.Sdk.Pipeline.Json;

namespace Trackly.Sdk;

/// <summary>Represents Trackly's response to a change of custom fields.</summary>
/// <remarks>Source: <see href="https://docs.tracklysms.com/api-reference/v2/contacts/update-contact"/>.</remarks>
public sealed record UpdateContactFieldsResponse
{
    /// <summary>Gets the id of the contact on this list. Null when Trackly sent none.</summary>
    [JsonPropertyName("list_contact_id")]
    public string? ListContactId { get; init; }

    /// <summary>Gets all custom fields after the change. Empty when Trackly sent none.</summary>
    [JsonPropertyName("custom_fields")]
    [JsonConverter(typeof(FreeFormJsonConverter))]
    public Dictionary<string, object?> CustomFields { get; init; } = [];

    /// <summary>Gets the members of the response that this version of the SDK does not know, by their JSON name. Empty when there are none.</summary>
    [JsonPropertyName("additional_properties")]
    [IgnoreDataMember]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ResponseObject.NoProperties;

    /// <summary>Compares by content: fields are equal when their JSON is.</summary>
    /// <param name="other">Another response. Null is never equal.</param>
    /// <returns>True when every property is equal.</returns>
    public bool Equals(UpdateContactFieldsResponse? other) =>
        other is not null && ListContactId == other.ListContactId && FreeFormJson.AreEqual(CustomFields, other.CustomFields)
        && ResponseObject.AreEqual(AdditionalProperties, other.AdditionalProperties);

    /// <inheritdoc/>
    public override int GetHashCode() => (ListContactId, CustomFields.Count).GetHashCode();

    /// <summary>Returns the number of fields, never their contents.</summary>
    /// <returns>A string such as <c>UpdateContactFieldsResponse { CustomFields = 3 }</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"UpdateContactFieldsResponse {{ CustomFields = {CustomFields.Count} }}");
}
