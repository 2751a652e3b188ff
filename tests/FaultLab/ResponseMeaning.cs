namespace FaultLab;

/// <summary>What a client knows about a message once it has read the whole response.</summary>
public enum ResponseMeaning
{
    /// <summary>There was no response, or none that says whether the message is queued.</summary>
    Unknown,

    /// <summary>Queued: a whole and readable 2xx with a message id.</summary>
    Accepted,

    /// <summary>Rejected for good.</summary>
    Rejected,

    /// <summary>Not processed, may be sent again: 408, 425, 429, 503 with Retry-After.</summary>
    NotProcessed,
}
