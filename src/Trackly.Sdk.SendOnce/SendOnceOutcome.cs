namespace Trackly.Sdk;

/// <summary>Specifies what became of a key. Zero is the outcome after which a message must not be sent again without checking.</summary>
public enum SendOnceOutcome
{
    /// <summary>
    /// The message may be queued: its response was lost, or its sender died. No call sends it again until a person or a webhook decides.
    /// </summary>
    Unknown = 0,

    /// <summary>Nothing is queued. The next call with the key sends the message.</summary>
    NotSent,

    /// <summary>Nothing is queued, and the same request would be rejected again.</summary>
    Rejected,

    /// <summary>Trackly queued the message.</summary>
    Accepted,

    /// <summary>Another call is sending the message.</summary>
    InProgress,
}
