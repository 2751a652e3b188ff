using System.Text.Json.Serialization;

namespace Trackly.Sdk;

/// <summary>Represents Trackly's response to a bulk call, and what became of each message.</summary>
/// <remarks>Source: <see href="https://docs.tracklysms.com/api-reference/v2/messages/send-bulk"/>. It has no message ids: to get them, use <c>SendManyAsync</c>.</remarks>
public sealed record BulkSendResponse
{
    /// <summary>Gets how many messages Trackly counted as queued.</summary>
    [JsonPropertyName("queued_count")]
    public int QueuedCount { get; init; }

    /// <summary>Gets how many messages Trackly counted as refused.</summary>
    [JsonPropertyName("error_count")]
    public int ErrorCount { get; init; }

    /// <summary>
    /// Gets one result for each message, in the order in which they were passed. When Trackly's counts and errors do not say what became of a message, its outcome is
    /// <see cref="SendOutcome.Unknown"/>.
    /// </summary>
    [JsonPropertyName("results")]
    public IReadOnlyList<SendResult> Results { get; init; } = [];

    /// <summary>Gets every attempt of this call in order; the last is the accepted one.</summary>
    [JsonPropertyName("attempts")]
    public IReadOnlyList<SendAttempt> Attempts { get; init; } = [];

    /// <summary>
    /// Gets whether an earlier attempt of this call may have been queued too, so that recipients may get the messages twice. False whenever the first attempt was the
    /// accepted one.
    /// </summary>
    [JsonIgnore]
    public bool MayBeDuplicate => Attempts.Any(static attempt => attempt.Outcome == SendOutcome.Unknown);

    /// <summary>Compares by content: the results and the attempts too.</summary>
    /// <param name="other">Another response. Null is never equal.</param>
    /// <returns>True when every property is equal.</returns>
    public bool Equals(BulkSendResponse? other) =>
        other is not null && QueuedCount == other.QueuedCount && ErrorCount == other.ErrorCount
        && Results.SequenceEqual(other.Results) && Attempts.SequenceEqual(other.Attempts);

    /// <inheritdoc/>
    public override int GetHashCode() => (QueuedCount, ErrorCount, Results.Count, Attempts.Count).GetHashCode();

    /// <summary>Returns the counts and the number of attempts.</summary>
    /// <returns>A string without a phone number, message text or metadata.</returns>
    public override string ToString() => $"BulkSendResponse {{ QueuedCount = {QueuedCount}, ErrorCount = {ErrorCount}, Attempts = {Attempts.Count} }}";
}
