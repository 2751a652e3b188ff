using System.Runtime.Serialization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Trackly.Sdk.Pipeline.Json;

namespace Trackly.Sdk;

/// <summary>Represents a sending list: the number that messages come from, and the contacts that they go to.</summary>
/// <remarks>Source: <see href="https://docs.tracklysms.com/api-reference/v2/lists/list-all"/>.</remarks>
public sealed record TracklyList
{
    /// <summary>Gets the id.</summary>
    [JsonPropertyName("id")]
    public int Id { get; init; }

    /// <summary>Gets the number of the list in E.164 format, which is <see cref="SendRequest.ListNumber"/> of a message. Empty when Trackly sent none.</summary>
    [JsonPropertyName("phone_number")]
    public string PhoneNumber { get; init; } = "";

    /// <summary>Gets the name of the brand. Null when Trackly sent none.</summary>
    [JsonPropertyName("brand_name")]
    public string? BrandName { get; init; }

    /// <summary>Gets the name of the list. Null when Trackly sent none.</summary>
    [JsonPropertyName("list_name")]
    public string? ListName { get; init; }

    /// <summary>Gets the provider behind the list.</summary>
    [JsonPropertyName("list_type")]
    public TracklyListType ListType { get; init; }

    /// <summary>Gets the status.</summary>
    [JsonPropertyName("status")]
    public TracklyListStatus Status { get; init; }

    /// <summary>Gets the number of active contacts. Null when Trackly sent none.</summary>
    [JsonPropertyName("contact_count")]
    public int? ContactCount { get; init; }

    /// <summary>Gets when the list was created, in UTC. Null when Trackly sent no time.</summary>
    [JsonPropertyName("created_at")]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets the members of the response that this version of the SDK does not know, by their JSON name. Empty when there are none.</summary>
    [JsonPropertyName("additional_properties")]
    [IgnoreDataMember]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ResponseObject.NoProperties;

    /// <summary>Compares by content: the additional properties too.</summary>
    /// <param name="other">Another list. Null is never equal.</param>
    /// <returns>True when every property is equal.</returns>
    public bool Equals(TracklyList? other) =>
        other is not null && Id == other.Id && PhoneNumber == other.PhoneNumber && BrandName == other.BrandName && ListName == other.ListName && ListType == other.ListType
        && Status == other.Status && ContactCount == other.ContactCount && CreatedAt == other.CreatedAt
        && ResponseObject.AreEqual(AdditionalProperties, other.AdditionalProperties);

    /// <inheritdoc/>
    public override int GetHashCode() => (Id, PhoneNumber, Status).GetHashCode();

    /// <summary>Returns the id and the status, never a number or a name.</summary>
    /// <returns>A string such as <c>TracklyList { Id = 42, Status = active }</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"TracklyList {{ Id = {Id}, Status = {Status} }}");
}
