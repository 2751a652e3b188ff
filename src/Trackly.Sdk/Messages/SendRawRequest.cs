using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Trackly.Sdk.Pipeline.Json;

namespace Trackly.Sdk;

/// <summary>Represents one SMS to send without some checks of the platform: the body of <c>POST v2/send-raw</c>. Each skip is off unless you set it.</summary>
/// <remarks>
/// Source: <see href="https://docs.tracklysms.com/api-reference/v2/messages/send-raw-single"/>, which documents neither <c>wrap_links</c> nor <c>contact_data</c>.
/// </remarks>
public sealed record SendRawRequest
{
    /// <summary>Creates a request whose required properties an object initializer sets.</summary>
    public SendRawRequest()
    {
    }

    /// <summary>Creates a request that skips no check.</summary>
    /// <param name="to">The recipient's phone number in E.164 format.</param>
    /// <param name="listNumber">The phone number of the sending list in E.164 format.</param>
    /// <param name="body">The text of the message.</param>
    [SetsRequiredMembers]
    public SendRawRequest(string to, string listNumber, string body) => (To, ListNumber, Body) = (to, listNumber, body);

    /// <summary>Gets or sets the recipient's phone number in E.164 format, for example <c>+14155551234</c>. Required.</summary>
    [JsonPropertyName("to")]
    public required string To { get; set; }

    /// <summary>Gets or sets the phone number of the sending list in E.164 format, for example <c>+18005551000</c>. Required; it must belong to the API key's account.</summary>
    [JsonPropertyName("list_number")]
    public required string ListNumber { get; set; }

    /// <summary>Gets or sets the text of the message. Required, with at least one visible character.</summary>
    [JsonPropertyName("body")]
    public required string Body { get; set; }

    /// <summary>Gets or sets whether the check for an identical message is skipped, so that the recipient may get the same message twice. Default false.</summary>
    [JsonPropertyName("skip_duplicate_check")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool SkipDuplicateCheck { get; set; }

    /// <summary>Gets or sets whether the rate limit of the list is skipped. Default false.</summary>
    [JsonPropertyName("skip_rate_limit")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool SkipListRateLimit { get; set; }

    /// <summary>
    /// Gets or sets whether the opt-out and block-list checks are skipped: the message then also reaches people who unsubscribed, which may be against the law. Default false.
    /// </summary>
    [JsonPropertyName("skip_contact_validation")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool SkipOptOutAndBlockListChecks { get; set; }

    /// <summary>Gets or sets whether the check for a conflicting active journey is skipped. Default false.</summary>
    [JsonPropertyName("skip_journey_check")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool SkipJourneyCheck { get; set; }

    /// <summary>Gets or sets your own keys and values, kept with the message; see <see cref="SendRequest.Metadata"/>. Null, the default, leaves the field out.</summary>
    [JsonPropertyName("metadata")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonConverter(typeof(FreeFormJsonConverter))]
    public Dictionary<string, object?>? Metadata { get; set; }

    /// <summary>Compares by content: metadata is equal when its JSON is.</summary>
    /// <param name="other">Another request. Null is never equal.</param>
    /// <returns>True when every property is equal.</returns>
    public bool Equals(SendRawRequest? other) =>
        other is not null && To == other.To && ListNumber == other.ListNumber && Body == other.Body && Skips == other.Skips && FreeFormJson.AreEqual(Metadata, other.Metadata);

    /// <inheritdoc/>
    public override int GetHashCode() => (To, ListNumber, Body, Skips).GetHashCode();

    /// <summary>Returns the type and the length of the text, never their contents, so that nothing private is logged by accident.</summary>
    /// <returns>A string without a phone number, message text or metadata.</returns>
    public override string ToString() => $"SendRawRequest {{ Body = {Body?.Length ?? 0} characters }}";

    private (bool, bool, bool, bool) Skips => (SkipDuplicateCheck, SkipListRateLimit, SkipOptOutAndBlockListChecks, SkipJourneyCheck);
}
