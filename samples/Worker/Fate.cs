namespace Worker;

/// <summary>What this service did with a message in the end.</summary>
internal enum Fate
{
    /// <summary>Trackly queued it.</summary>
    Queued,

    /// <summary>It would be refused again: mend it or the account.</summary>
    Dropped,

    /// <summary>It may be queued: a person looks before it is sent again.</summary>
    Parked,

    /// <summary>It is not queued, after several rounds: it may be sent later.</summary>
    GivenUp,

    /// <summary>It is not queued: the service stopped before its turn.</summary>
    Left,
}
