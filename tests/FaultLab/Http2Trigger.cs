namespace FaultLab;

/// <summary>The point in a request at which an HTTP/2 fault applies.</summary>
public enum Http2Trigger
{
    /// <summary>The HEADERS frame has arrived.</summary>
    Head,

    /// <summary>The first DATA frame that is not empty has arrived; the rest of the stream is ignored.</summary>
    FirstData,

    /// <summary>END_STREAM has arrived: the whole message is received and logged.</summary>
    WholeBody,
}
