using System.Runtime.Serialization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Trackly.Sdk.Pipeline.Json;

namespace Trackly.Sdk;

/// <summary>Represents Trackly's response to an opt-out.</summary>
/// <remarks>Source: <see href="https://docs.tracklysms.com/api-reference/v2/contacts/delete-contact"/>.</remarks>
public sealed record UnsubscribeContactResponse
{
    /// <summary>
    /// Gets whether the contact was on the list and no longer is. False when nothing changed: the contact had opted out already, or there is no such contact or list.
    /// </summary>
    [JsonPropertyName("unsubscribed")]
    public bool Unsubscribed { get; init; }

    /// <summary>Gets the members of the response that this version of the SDK does not know, by their JSON name. Empty when there are none.</summary>
    [JsonPropertyName("additional_properties")]
    [IgnoreDataMember]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ResponseObject.NoProperties;

    /// <summary>Compares by content: the additional properties too.</summary>
    /// <param name="other">Another response. Null is never equal.</param>
    /// <returns>True when every property is equal.</returns>
    public bool Equals(UnsubscribeContactResponse? other) =>
        other is not null && Unsubscribed == other.Unsubscribed && ResponseObject.AreEqual(AdditionalProperties, other.AdditionalProperties);

    /// <inheritdoc/>
    public override int GetHashCode() => Unsubscribed.GetHashCode();

    /// <summary>Returns whether something changed.</summary>
    /// <returns>A string such as <c>UnsubscribeContactResponse { Unsubscribed = True }</c>.</returns>
    public override string ToString() => $"UnsubscribeContactResponse {{ Unsubscribed = {Unsubscribed} }}";
}
