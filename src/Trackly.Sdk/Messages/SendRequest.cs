using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Trackly.Sdk.Pipeline.Json;

namespace Trackly.Sdk;

/// <summary>Represents one SMS to send: the body of <c>POST v2/send</c>.</summary>
/// <example>
/// <code>
/// using Trackly.Sdk;
///
/// using var trackly = new TracklyClient("trk_your_api_key_here");
/// var request = new SendRequest("+14155551234", "+18005551000", "Hello {{first_name}}! Ref: {{messageId}}")
/// {
///     WrapLinks = true,
///     ContactData = new() { FirstName = "Ada" },
///     Metadata = new() { ["order_id"] = "A-1042" },
/// };
/// await trackly.SendAsync(request);
/// </code>
/// </example>
/// <remarks>Source: <see href="https://docs.tracklysms.com/api-reference/v2/messages/send-single"/>.</remarks>
public sealed record SendRequest
{
    /// <summary>Creates a request whose required properties an object initializer sets.</summary>
    public SendRequest()
    {
    }

    /// <summary>Creates a request.</summary>
    /// <param name="to">The recipient's phone number in E.164 format.</param>
    /// <param name="listNumber">The phone number of the sending list in E.164 format.</param>
    /// <param name="body">The text of the message.</param>
    [SetsRequiredMembers]
    public SendRequest(string to, string listNumber, string body) => (To, ListNumber, Body) = (to, listNumber, body);

    /// <summary>Gets or sets the recipient's phone number in E.164 format, for example <c>+14155551234</c>. Required.</summary>
    [JsonPropertyName("to")]
    public required string To { get; set; }

    /// <summary>Gets or sets the phone number of the sending list in E.164 format, for example <c>+18005551000</c>. Required; it must belong to the API key's account.</summary>
    [JsonPropertyName("list_number")]
    public required string ListNumber { get; set; }

    /// <summary>
    /// Gets or sets the text of the message. Required, with at least one visible character. Trackly replaces <c>{{messageId}}</c> with the id of the message, and macros
    /// such as <c>{{first_name}}</c> with values of <see cref="ContactData"/>; this SDK sends them untouched.
    /// </summary>
    [JsonPropertyName("body")]
    public required string Body { get; set; }

    /// <summary>Gets or sets whether Trackly wraps the URLs of the text in tracked short links. Null, the default, leaves the field out, and Trackly's default applies.</summary>
    [JsonPropertyName("wrap_links")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? WrapLinks { get; set; }

    /// <summary>Gets or sets values for the macros of the text. Null, the default, leaves the field out.</summary>
    [JsonPropertyName("contact_data")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ContactData? ContactData { get; set; }

    /// <summary>
    /// Gets or sets your own keys and values, kept with the message, for example <c>new() { ["order_id"] = "A-1042" }</c>. Values may be strings, numbers, booleans,
    /// dates, enums, byte arrays, dictionaries with string keys, sequences and the JSON types of System.Text.Json. Null, the default, leaves the field out.
    /// </summary>
    [JsonPropertyName("metadata")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonConverter(typeof(FreeFormJsonConverter))]
    public Dictionary<string, object?>? Metadata { get; set; }

    /// <summary>Compares by content: metadata is equal when its JSON is.</summary>
    /// <param name="other">Another request. Null is never equal.</param>
    /// <returns>True when every property is equal.</returns>
    public bool Equals(SendRequest? other) =>
        other is not null && To == other.To && ListNumber == other.ListNumber && Body == other.Body && WrapLinks == other.WrapLinks
        && Equals(ContactData, other.ContactData) && FreeFormJson.AreEqual(Metadata, other.Metadata);

    /// <inheritdoc/>
    public override int GetHashCode() => (To, ListNumber, Body, WrapLinks).GetHashCode();

    /// <summary>Returns the type and the length of the text, never their contents, so that nothing private is logged by accident.</summary>
    /// <returns>A string without a phone number, message text or metadata.</returns>
    public override string ToString() => $"SendRequest {{ Body = {Body?.Length ?? 0} characters }}";
}
