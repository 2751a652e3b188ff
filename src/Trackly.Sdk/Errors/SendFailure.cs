namespace Trackly.Sdk;

/// <summary>Specifies why an attempt has no usable response.</summary>
public enum SendFailure
{
    /// <summary>The connection could not be made, or it broke.</summary>
    Connection,

    /// <summary>A timeout of the client, or of a handler around it, ran out.</summary>
    Timeout,

    /// <summary>The caller canceled.</summary>
    Canceled,

    /// <summary>A handler tried to transmit the message a second time, or followed a redirect. The first response is lost.</summary>
    Repeated,

    /// <summary>A status code arrived, but the response cannot be understood.</summary>
    Unreadable,

    /// <summary>The client was disposed during the call.</summary>
    Disposed,
}
