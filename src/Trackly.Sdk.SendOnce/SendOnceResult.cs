namespace Trackly.Sdk;

/// <summary>Represents what became of a key. Holds no phone number, message body or API key.</summary>
public sealed record SendOnceResult
{
    /// <summary>Gets the key.</summary>
    public required string Key { get; init; }

    /// <summary>Gets what became of the message.</summary>
    public required SendOnceOutcome Outcome { get; init; }

    /// <summary>
    /// Gets Trackly's id of the message. Null unless <see cref="Outcome"/> is <see cref="SendOnceOutcome.Accepted"/>, and also when a person resolved the
    /// key without an id.
    /// </summary>
    public string? MessageId { get; init; }

    /// <summary>
    /// Gets whether the outcome is that of an earlier call with this key, so that this call transmitted nothing. False for
    /// <see cref="SendOnceOutcome.InProgress"/>, which is not a final outcome.
    /// </summary>
    public bool AlreadySent { get; init; }

    /// <summary>Gets the code, of Trackly or of the SDK, that says why the message was not accepted. Null when there is no code.</summary>
    public TracklyErrorCode? ErrorCode { get; init; }

    /// <summary>
    /// Gets how long to wait before the key is used again: what Trackly asked for, or what is left of the other call's lease. Null when there is nothing
    /// to wait for.
    /// </summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Gets the exception that the client threw in this call. Null when it threw none, and when the outcome is that of another call.</summary>
    public Exception? Failure { get; init; }

    /// <summary>Returns the outcome, never the key, which may hold private data.</summary>
    /// <returns>A string without a key, phone number, message body or metadata.</returns>
    public override string ToString() => $"SendOnceResult {{ Outcome = {Outcome}, AlreadySent = {AlreadySent}, ErrorCode = {ErrorCode} }}";
}
