namespace Trackly.Sdk;

/// <summary>What became of a message that was not accepted.</summary>
public enum SendOutcome
{
    /// <summary>
    /// Nothing is queued, and the same request may be sent again: no byte of its body left this process, or the server said that it did not handle it.
    /// </summary>
    NotSent,

    /// <summary>Nothing is queued, and the same request would be refused again.</summary>
    Rejected,

    /// <summary>The body, or part of it, left and no answer says what became of it: the message may be queued. Sending it again may text the recipient twice.</summary>
    Unknown,
}
