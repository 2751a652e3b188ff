namespace FaultLab;

/// <summary>How much of a request the server reads before it acts.</summary>
public enum RequestPart
{
    /// <summary>The request has started to arrive and stays unread in the socket.</summary>
    None,

    /// <summary>The head, up to its blank line.</summary>
    Head,

    /// <summary>The head and at least one byte of the body; never logged as a message.</summary>
    PartOfBody,

    /// <summary>Head and body, which is logged as a received message.</summary>
    WholeBody,
}
