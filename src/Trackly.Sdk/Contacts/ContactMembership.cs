using System.Runtime.Serialization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Trackly.Sdk.Pipeline.Json;

namespace Trackly.Sdk;

/// <summary>Represents what one list knows of a contact.</summary>
/// <remarks>
/// Source: <see href="https://docs.tracklysms.com/api-reference/v2/contacts/list-contacts"/>. A single contact comes with fewer members: <see cref="SignupMethod"/> and those from
/// <see cref="RevenueTotal"/> on are then null.
/// </remarks>
public sealed record ContactMembership
{
    /// <summary>Gets the number of the list in E.164 format. Empty when Trackly sent none.</summary>
    [JsonPropertyName("list_number")]
    public string ListNumber { get; init; } = "";

    /// <summary>Gets the id of the list: <see cref="TracklyList.Id"/>. Null when Trackly sent none.</summary>
    [JsonPropertyName("list_id")]
    public int? ListId { get; init; }

    /// <summary>Gets whether the list may text the contact. False after an opt-out. Null when Trackly does not say.</summary>
    [JsonPropertyName("active")]
    public bool? Active { get; init; }

    /// <summary>Gets when the contact signed up, in UTC. Null when Trackly sent no time.</summary>
    [JsonPropertyName("signup_date")]
    public DateTimeOffset? SignupDate { get; init; }

    /// <summary>Gets how the contact signed up, for example <c>api</c>. Null when Trackly does not say.</summary>
    [JsonPropertyName("signup_method")]
    public string? SignupMethod { get; init; }

    /// <summary>Gets the custom fields. Empty when there are none.</summary>
    [JsonPropertyName("custom_fields")]
    [JsonConverter(typeof(FreeFormJsonConverter))]
    public Dictionary<string, object?> CustomFields { get; init; } = [];

    /// <summary>Gets the number of messages sent. Null when Trackly does not say.</summary>
    [JsonPropertyName("send_count")]
    public int? SendCount { get; init; }

    /// <summary>Gets the number of clicks. Null when Trackly does not say.</summary>
    [JsonPropertyName("click_count")]
    public int? ClickCount { get; init; }

    /// <summary>Gets the revenue. Null when Trackly does not say.</summary>
    [JsonPropertyName("revenue_total")]
    public decimal? RevenueTotal { get; init; }

    /// <summary>Gets the number of conversions. Null when Trackly does not say.</summary>
    [JsonPropertyName("conversion_count")]
    public int? ConversionCount { get; init; }

    /// <summary>Gets when the last message was sent, in UTC. Null when none was.</summary>
    [JsonPropertyName("last_sent_at")]
    public DateTimeOffset? LastSentAt { get; init; }

    /// <summary>Gets when the contact last clicked, in UTC. Null when it never did.</summary>
    [JsonPropertyName("last_clicked_at")]
    public DateTimeOffset? LastClickedAt { get; init; }

    /// <summary>Gets whether the contact is in a journey. Null when Trackly does not say.</summary>
    [JsonPropertyName("in_workflow")]
    public bool? InWorkflow { get; init; }

    /// <summary>Gets the members of the response that this version of the SDK does not know, by their JSON name. Empty when there are none.</summary>
    [JsonPropertyName("additional_properties")]
    [IgnoreDataMember]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ResponseObject.NoProperties;

    /// <summary>Compares by content: custom fields are equal when their JSON is.</summary>
    /// <param name="other">Another membership. Null is never equal.</param>
    /// <returns>True when every property is equal.</returns>
    public bool Equals(ContactMembership? other) =>
        other is not null && Key == other.Key && Counts == other.Counts && FreeFormJson.AreEqual(CustomFields, other.CustomFields)
        && ResponseObject.AreEqual(AdditionalProperties, other.AdditionalProperties);

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode();

    /// <summary>Returns the id of the list and whether it may text the contact, never a number or field.</summary>
    /// <returns>A string such as <c>ContactMembership { ListId = 42, Active = True }</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"ContactMembership {{ ListId = {ListId}, Active = {Active} }}");

    private (string, int?, bool?, DateTimeOffset?, string?) Key => (ListNumber, ListId, Active, SignupDate, SignupMethod);

    private (int?, int?, decimal?, int?, DateTimeOffset?, DateTimeOffset?, bool?) Counts =>
        (SendCount, ClickCount, RevenueTotal, ConversionCount, LastSentAt, LastClickedAt, InWorkflow);
}
