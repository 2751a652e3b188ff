namespace Worker;

/// <summary>How this service finished with a message.</summary>
internal enum MessageOutcome
{
    /// <summary>Trackly queued it.</summary>
    Queued,

    /// <summary>It is not queued and would be rejected again. Fix the message or the account.</summary>
    Dropped,

    /// <summary>It may be queued. A person checks before it is sent again.</summary>
    Parked,

    /// <summary>It is not queued after several rounds. It may be sent later.</summary>
    GivenUp,

    /// <summary>It is not queued because the service stopped first.</summary>
    NotProcessed,
}
