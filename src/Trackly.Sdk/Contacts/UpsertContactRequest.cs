using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Trackly.Sdk.Pipeline.Json;

namespace Trackly.Sdk;

/// <summary>Represents a contact to create, or to update if the list already has this number: the body of <c>POST v2/contacts</c>. At most 4,000 bytes as JSON.</summary>
/// <remarks>Source: <see href="https://docs.tracklysms.com/api-reference/v2/contacts/create-contact"/>.</remarks>
public sealed record UpsertContactRequest
{
    /// <summary>Creates a request whose required properties an object initializer sets.</summary>
    public UpsertContactRequest()
    {
    }

    /// <summary>Creates a request.</summary>
    /// <param name="phoneNumber">The contact's phone number in E.164 format.</param>
    /// <param name="listNumber">The phone number of the sending list in E.164 format.</param>
    [SetsRequiredMembers]
    public UpsertContactRequest(string phoneNumber, string listNumber) => (PhoneNumber, ListNumber) = (phoneNumber, listNumber);

    /// <summary>Gets or sets the contact's phone number in E.164 format, for example <c>+14155551234</c>. Required.</summary>
    [JsonPropertyName("phone_number")]
    public required string PhoneNumber { get; set; }

    /// <summary>Gets or sets the phone number of the sending list in E.164 format, for example <c>+18005551000</c>. Required; it must belong to the API key's account.</summary>
    [JsonPropertyName("list_number")]
    public required string ListNumber { get; set; }

    /// <summary>
    /// Gets or sets whether the contact enters the welcome journeys that match, which text it. Null, the default, leaves the field out, which means no. With true, the call is not
    /// repeated after a lost response, and <see cref="TracklyClientOptions.RecipientPolicy"/> applies as it does to a message.
    /// </summary>
    [JsonPropertyName("use_journeys")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? UseJourneys { get; set; }

    /// <summary>Gets or sets whether a contact that is already on the list enters no journey. Null, the default, leaves the field out, which means yes.</summary>
    [JsonPropertyName("skip_journey_if_exists")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? SkipJourneyIfExists { get; set; }

    /// <summary>Gets or sets when the contact signed up. Null, the default, leaves the field out, which means now.</summary>
    [JsonPropertyName("signup_date")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? SignupDate { get; set; }

    /// <summary>Gets or sets the IP address that consent was given from. Null, the default, leaves the field out.</summary>
    [JsonPropertyName("ip_address")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? IpAddress { get; set; }

    /// <summary>Gets or sets the address of the page that consent was given on. Null, the default, leaves the field out.</summary>
    [JsonPropertyName("url")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Url { get; set; }

    /// <summary>
    /// Gets or sets the contact's own fields by name: strings, numbers and booleans. They are merged into those that the contact has. Null, the default, leaves the field out.
    /// </summary>
    [JsonPropertyName("custom_fields")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonConverter(typeof(FreeFormJsonConverter))]
    public Dictionary<string, object?>? CustomFields { get; set; }

    /// <summary>
    /// Gets or sets whether Trackly validates the number, which costs $0.003 unless it has a result already; an account without a payment method gets 402. Null, the default,
    /// leaves the field out, which means no.
    /// </summary>
    [JsonPropertyName("use_validation")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? UseValidation { get; set; }

    /// <summary>
    /// Gets or sets fields that Trackly accepts and this SDK does not know, by their JSON names; the same kinds of values as in <see cref="SendRequest.Metadata"/>. With any of
    /// them, the call is not repeated after a lost response, because their effect is not known. Null, the default, adds none.
    /// </summary>
    [JsonPropertyName("additional_fields")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonConverter(typeof(FreeFormJsonConverter))]
    public Dictionary<string, object?>? AdditionalFields { get; set; }

    /// <summary>Compares by content: fields are equal when their JSON is.</summary>
    /// <param name="other">Another request. Null is never equal.</param>
    /// <returns>True when every property is equal.</returns>
    public bool Equals(UpsertContactRequest? other) =>
        other is not null && Key == other.Key && FreeFormJson.AreEqual(CustomFields, other.CustomFields) && FreeFormJson.AreEqual(AdditionalFields, other.AdditionalFields);

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode();

    /// <summary>Returns the name of the type and the number of custom fields, never their contents, so that nothing private is logged by accident.</summary>
    /// <returns>A string such as <c>UpsertContactRequest { CustomFields = 3 }</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"UpsertContactRequest {{ CustomFields = {CustomFields?.Count ?? 0} }}");

    private (string, string, bool?, bool?, DateTimeOffset?, string?, string?, bool?) Key =>
        (PhoneNumber, ListNumber, UseJourneys, SkipJourneyIfExists, SignupDate, IpAddress, Url, UseValidation);
}
