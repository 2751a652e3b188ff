namespace Trackly.Sdk;

/// <summary>What a failed call means for the caller, and what to do: a sentence for each outcome. Every operation has its own.</summary>
internal sealed class OutcomeAdvice
{
    private const string LookForIt = "look for it in the Trackly dashboard before you send it again.";
    private const string LookForThem = "look for them in the Trackly dashboard before you send them again.";

    /// <summary>Gets the advice of operations that send one message.</summary>
    public static OutcomeAdvice Message { get; } = new()
    {
        NotSent = "Nothing is queued: the same request may be sent again.",
        Rejected = "Nothing is queued.",
        Unknown = $"The message may be queued: {LookForIt}",
        Unreadable = $"The message is most likely queued: {LookForIt}",
    };

    /// <summary>Gets the advice of operations that send several messages.</summary>
    public static OutcomeAdvice Messages { get; } = new()
    {
        NotSent = "None of the messages is queued: the same request may be sent again.",
        Rejected = "None of the messages is queued.",
        Unknown = $"Any of the messages may be queued: {LookForThem}",
        Unreadable = $"The messages are most likely queued: {LookForThem}",
    };

    /// <summary>Gets the advice of operations that only read.</summary>
    public static OutcomeAdvice Read { get; } = new()
    {
        NotSent = "Nothing was read: the same call may be made again.",
        Rejected = "Nothing was read.",
        Unknown = "Nothing was read, and nothing changed: the same call may be made again.",
        Unreadable = "Nothing changed: the same call may be made again.",
    };

    public required string NotSent { get; init; }

    public required string Rejected { get; init; }

    public required string Unknown { get; init; }

    /// <summary>Gets the advice after a 2xx response that cannot be read.</summary>
    public required string Unreadable { get; init; }

    public string Get(SendOutcome outcome) => outcome switch
    {
        SendOutcome.NotSent => NotSent,
        SendOutcome.Rejected => Rejected,
        _ => Unknown,
    };
}
