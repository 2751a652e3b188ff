using System.Diagnostics.CodeAnalysis;
using System.Runtime.Serialization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trackly.Sdk;

/// <summary>Represents Trackly's response to an accepted message, and the attempts that led to it.</summary>
/// <example>
/// <code>
/// using Trackly.Sdk;
///
/// using var trackly = new TracklyClient("trk_your_api_key_here");
/// SendResponse sent = await trackly.SendAsync(new SendRequest("+14155551234", "+18005551000", "Hello!"));
/// Console.WriteLine($"{sent.MessageId} is {sent.Status} after {sent.Attempts.Count} attempts.");
/// if (sent.MayBeDuplicate)
///     Console.WriteLine("An earlier attempt may have been queued too.");
/// </code>
/// </example>
/// <remarks>Source: <see href="https://docs.tracklysms.com/api-reference/v2/messages/send-single"/>.</remarks>
public sealed record SendResponse
{
    /// <summary>Creates a response whose required properties an object initializer sets.</summary>
    public SendResponse()
    {
    }

    /// <summary>Creates a response, for instance in a test of your own code.</summary>
    /// <param name="messageId">The id of the message.</param>
    [SetsRequiredMembers]
    public SendResponse(string messageId) => MessageId = messageId;

    /// <summary>Gets whether the message was queued. True on every response that this SDK returns: <c>success: false</c> is a <see cref="TracklyApiException"/>.</summary>
    [JsonPropertyName("success")]
    public bool Success { get; init; } = true;

    /// <summary>Gets the id that tracks delivery and clicks. It has eight characters today; the SDK relies on no format.</summary>
    [JsonPropertyName("message_id")]
    public required string MessageId { get; init; }

    /// <summary>Gets the status of the message: <see cref="MessageStatus.Queued"/> on success.</summary>
    [JsonPropertyName("status")]
    public MessageStatus Status { get; init; } = MessageStatus.Queued;

    /// <summary>Gets every attempt of this call in order; the last is the accepted one.</summary>
    [JsonPropertyName("attempts")]
    public IReadOnlyList<SendAttempt> Attempts { get; init; } = [];

    /// <summary>
    /// Gets whether an earlier attempt of this call may have been queued too, so that the recipient may get the message twice. False whenever the first attempt was the
    /// accepted one.
    /// </summary>
    [JsonIgnore]
    public bool MayBeDuplicate => Attempts.Any(static attempt => attempt.Outcome == SendOutcome.Unknown);

    /// <summary>Gets the members of the response that this version of the SDK does not know, by their JSON name. Empty when there are none.</summary>
    [JsonPropertyName("additional_properties")]
    [IgnoreDataMember]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = NoProperties;

    internal static IReadOnlyDictionary<string, JsonElement> NoProperties { get; } = new Dictionary<string, JsonElement>();

    /// <summary>Compares by content: the attempts and the additional properties too.</summary>
    /// <param name="other">Another response. Null is never equal.</param>
    /// <returns>True when every property is equal.</returns>
    public bool Equals(SendResponse? other) =>
        other is not null && Success == other.Success && MessageId == other.MessageId && Status == other.Status && Attempts.SequenceEqual(other.Attempts)
        && AdditionalProperties.Count == other.AdditionalProperties.Count && AdditionalProperties.All(
            property => other.AdditionalProperties.TryGetValue(property.Key, out var value) && value.GetRawText() == property.Value.GetRawText());

    /// <inheritdoc/>
    public override int GetHashCode() => (Success, MessageId, Status, Attempts.Count).GetHashCode();

    /// <summary>Returns the message id, the status and the number of attempts; an id or status that does not look like one is <c>***</c>.</summary>
    /// <returns>A string without a phone number, message text or metadata.</returns>
    public override string ToString() => $"SendResponse {{ MessageId = {Redaction.RedactMessageId(MessageId)}, Status = {Status}, Attempts = {Attempts.Count} }}";
}
