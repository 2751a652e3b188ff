namespace Trackly.Sdk;

/// <summary>Specifies what became of a message. Zero, <see cref="Unknown"/>, is the outcome after which a message must not be sent again without checking.</summary>
public enum SendOutcome
{
    /// <summary>The message, or part of it, left this process and no response says what became of it: it may be queued. Sending it again may text the recipient twice.</summary>
    Unknown = 0,

    /// <summary>
    /// Nothing is queued, and the same request may be sent again: no byte of its body left this process, or the server said that it did not handle it.
    /// </summary>
    NotSent,

    /// <summary>Trackly refused the message. Nothing is queued, and the same request would be refused again.</summary>
    Rejected,

    /// <summary>Trackly accepted the message.</summary>
    Accepted,
}
