using System.Text.Json.Serialization;
using Trackly.Sdk.Pipeline.Json;

namespace Trackly.Sdk;

/// <summary>Holds the values that Trackly inserts for the macros of a message.</summary>
/// <remarks>Source: <see href="https://docs.tracklysms.com/api-reference/v2/messages/send-single"/>.</remarks>
public sealed record ContactData
{
    /// <summary>Gets or sets the value of <c>{{first_name}}</c>. Null, the default, leaves the field out.</summary>
    [JsonPropertyName("first_name")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? FirstName { get; set; }

    /// <summary>Gets or sets the contact's last name. Null, the default, leaves the field out.</summary>
    [JsonPropertyName("last_name")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? LastName { get; set; }

    /// <summary>Gets or sets the contact's time zone. Null, the default, leaves the field out. Trackly does not document the format.</summary>
    [JsonPropertyName("timezone")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Timezone { get; set; }

    /// <summary>Gets or sets further values by name; the same kinds of values as in <see cref="SendRequest.Metadata"/>. Null, the default, leaves the field out.</summary>
    [JsonPropertyName("custom_fields")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonConverter(typeof(FreeFormJsonConverter))]
    public Dictionary<string, object?>? CustomFields { get; set; }

    /// <summary>Compares by content: custom fields are equal when their JSON is.</summary>
    /// <param name="other">Other contact data. Null is never equal.</param>
    /// <returns>True when every property is equal.</returns>
    public bool Equals(ContactData? other) =>
        other is not null && FirstName == other.FirstName && LastName == other.LastName && Timezone == other.Timezone
        && FreeFormJson.AreEqual(CustomFields, other.CustomFields);

    /// <inheritdoc/>
    public override int GetHashCode() => (FirstName, LastName, Timezone).GetHashCode();

    /// <summary>Returns the name of the type, never its contents, so that nothing private is logged by accident.</summary>
    /// <returns>A string without a name or custom field.</returns>
    public override string ToString() => nameof(ContactData);
}
