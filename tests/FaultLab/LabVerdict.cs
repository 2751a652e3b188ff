namespace FaultLab;

/// <summary>What the lab has said, in full, about one message.</summary>
public enum LabVerdict
{
    /// <summary>No answer, or none that settles whether the message is queued.</summary>
    Unclear,

    /// <summary>Queued: a whole and readable 2xx with a message id.</summary>
    Accepted,

    /// <summary>Refused for good.</summary>
    Rejected,

    /// <summary>Not handled now, welcome later: 408, 425, 429, 503 with Retry-After.</summary>
    NotHandled,
}
