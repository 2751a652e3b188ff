using System.Runtime.Serialization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Trackly.Sdk.Pipeline.Json;

namespace Trackly.Sdk;

/// <summary>Represents Trackly's response to a contact that was created or updated.</summary>
/// <remarks>Source: <see href="https://docs.tracklysms.com/api-reference/v2/contacts/create-contact"/>.</remarks>
public sealed record UpsertContactResponse
{
    /// <summary>Gets the id of the contact. Null when Trackly sent none.</summary>
    [JsonPropertyName("contact_id")]
    public string? ContactId { get; init; }

    /// <summary>Gets the id of the contact on this list. Null when Trackly sent none.</summary>
    [JsonPropertyName("list_contact_id")]
    public string? ListContactId { get; init; }

    /// <summary>Gets whether the account had no contact with this number before. Null when Trackly does not say.</summary>
    [JsonPropertyName("is_new_contact")]
    public bool? IsNewContact { get; init; }

    /// <summary>Gets whether the contact was not on this list before. Null when Trackly does not say.</summary>
    [JsonPropertyName("is_new_list_contact")]
    public bool? IsNewListContact { get; init; }

    /// <summary>Gets the number of journeys that the contact entered. Null when Trackly does not say.</summary>
    [JsonPropertyName("journeys_enrolled")]
    public int? JourneysEnrolled { get; init; }

    /// <summary>Gets every attempt of this call in order; the last is the accepted one.</summary>
    [JsonPropertyName("attempts")]
    public IReadOnlyList<SendAttempt> Attempts { get; init; } = [];

    /// <summary>
    /// Gets the members of the response that this version of the SDK does not know, by their JSON name, such as <c>validation</c> and warnings. Empty when there are none.
    /// </summary>
    [JsonPropertyName("additional_properties")]
    [IgnoreDataMember]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ResponseObject.NoProperties;

    /// <summary>Compares by content: the attempts and the additional properties too.</summary>
    /// <param name="other">Another response. Null is never equal.</param>
    /// <returns>True when every property is equal.</returns>
    public bool Equals(UpsertContactResponse? other) =>
        other is not null && Key == other.Key && Attempts.SequenceEqual(other.Attempts) && ResponseObject.AreEqual(AdditionalProperties, other.AdditionalProperties);

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode();

    /// <summary>Returns what was new, never an id.</summary>
    /// <returns>A string such as <c>UpsertContactResponse { IsNewContact = True, IsNewListContact = True, JourneysEnrolled = 0 }</c>.</returns>
    public override string ToString() => FormattableString.Invariant(
        $"UpsertContactResponse {{ IsNewContact = {IsNewContact}, IsNewListContact = {IsNewListContact}, JourneysEnrolled = {JourneysEnrolled} }}");

    private (string?, string?, bool?, bool?, int?) Key => (ContactId, ListContactId, IsNewContact, IsNewListContact, JourneysEnrolled);
}
