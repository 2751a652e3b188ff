namespace Trackly.Sdk;

/// <summary>Represents the row of a key. Holds no phone number or message body; <see cref="Fingerprint"/> is derived from them.</summary>
public sealed record SendOnceEntry
{
    /// <summary>Gets the key.</summary>
    public required string Key { get; init; }

    /// <summary>
    /// Gets what became of the message. It is also <see cref="SendOnceOutcome.Unknown"/> when the sender did not settle the key before its lease ended.
    /// </summary>
    public required SendOnceOutcome Outcome { get; init; }

    /// <summary>Gets the SHA-256 of the canonical JSON of the request, as 64 lower-case hexadecimal digits.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Gets the machine, process and call that last claimed the key, for example <c>worker-7:4242:0f8fad5bd9cb469fa16570867728950e</c>.</summary>
    public required string Owner { get; init; }

    /// <summary>Gets Trackly's id of the message. Null when it was not accepted, or when the id is not known.</summary>
    public string? MessageId { get; init; }

    /// <summary>Gets the code that says why the message was not accepted. Null when there is no code.</summary>
    public TracklyErrorCode? ErrorCode { get; init; }

    /// <summary>Gets how many calls have claimed the key, 1 or more.</summary>
    public int Attempts { get; init; }

    /// <summary>Gets when the key was first claimed, by the clock of the database.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets when the key was last claimed, by the clock of the database.</summary>
    public DateTimeOffset ClaimedAt { get; init; }

    /// <summary>Gets when the outcome was stored, by the clock of the database. Null while a call is sending.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>Gets when a person or a webhook decided, by the clock of the database. Null when neither did.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Gets how much of the sender's lease was left when the row was read. Null unless a call is sending.</summary>
    public TimeSpan? LeaseRemaining { get; init; }

    /// <summary>Returns the outcome, never the key, which may hold private data.</summary>
    /// <returns>A string without a key, fingerprint or phone number.</returns>
    public override string ToString() => $"SendOnceEntry {{ Outcome = {Outcome}, Attempts = {Attempts}, ErrorCode = {ErrorCode} }}";
}
