using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Trackly.Sdk.Pipeline.Json;

namespace Trackly.Sdk;

/// <summary>Represents a change of the custom fields that a contact has on one list: the body of <c>PUT v2/contacts</c>.</summary>
/// <remarks>Source: <see href="https://docs.tracklysms.com/api-reference/v2/contacts/update-contact"/>.</remarks>
public sealed record UpdateContactFieldsRequest
{
    /// <summary>Creates a request whose required properties an object initializer sets.</summary>
    public UpdateContactFieldsRequest()
    {
    }

    /// <summary>Creates a request that merges fields.</summary>
    /// <param name="phoneNumber">The contact's phone number in E.164 format.</param>
    /// <param name="listNumber">The phone number of the sending list in E.164 format.</param>
    /// <param name="customFields">The fields: strings, numbers and booleans by name.</param>
    [SetsRequiredMembers]
    public UpdateContactFieldsRequest(string phoneNumber, string listNumber, Dictionary<string, object?> customFields) =>
        (PhoneNumber, ListNumber, CustomFields) = (phoneNumber, listNumber, customFields);

    /// <summary>Gets or sets the contact's phone number in E.164 format. Required.</summary>
    [JsonPropertyName("phone_number")]
    public required string PhoneNumber { get; set; }

    /// <summary>Gets or sets the phone number of the sending list in E.164 format. Required; it must belong to the account of the API key.</summary>
    [JsonPropertyName("list_number")]
    public required string ListNumber { get; set; }

    /// <summary>Gets or sets the fields by name: strings, numbers and booleans. Required.</summary>
    [JsonPropertyName("custom_fields")]
    [JsonConverter(typeof(FreeFormJsonConverter))]
    public required Dictionary<string, object?> CustomFields { get; set; }

    /// <summary>
    /// Gets or sets whether fields that are not named here stay. False removes them. Null, the default, leaves this out, and they stay.
    /// </summary>
    [JsonPropertyName("merge_fields")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? MergeFields { get; set; }

    /// <summary>Compares by content: fields are equal when their JSON is.</summary>
    /// <param name="other">Another request. Null is never equal.</param>
    /// <returns>True when every property is equal.</returns>
    public bool Equals(UpdateContactFieldsRequest? other) =>
        other is not null && PhoneNumber == other.PhoneNumber && ListNumber == other.ListNumber && MergeFields == other.MergeFields
        && FreeFormJson.AreEqual(CustomFields, other.CustomFields);

    /// <inheritdoc/>
    public override int GetHashCode() => (PhoneNumber, ListNumber, MergeFields).GetHashCode();

    /// <summary>Returns the name of the type and the number of fields, never their contents.</summary>
    /// <returns>A string such as <c>UpdateContactFieldsRequest { CustomFields = 3 }</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"UpdateContactFieldsRequest {{ CustomFields = {CustomFields?.Count ?? 0} }}");
}
