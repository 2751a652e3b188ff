namespace FaultLab;

/// <summary>The point of a request's arrival at which an HTTP/2 fault strikes.</summary>
public enum Http2Moment
{
    /// <summary>The HEADERS frame is in.</summary>
    Head,

    /// <summary>The first DATA frame with bytes is in; the stream is not heard any further.</summary>
    FirstData,

    /// <summary>END_STREAM is in: the message is received whole, and counted.</summary>
    WholeBody,
}
