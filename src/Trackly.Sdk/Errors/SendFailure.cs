namespace Trackly.Sdk;

/// <summary>Why an attempt has no usable answer.</summary>
public enum SendFailure
{
    /// <summary>The connection could not be made, or broke.</summary>
    Connection,

    /// <summary>A time-out of the client, or of a handler around it, ran out.</summary>
    Timeout,

    /// <summary>The caller cancelled.</summary>
    Canceled,

    /// <summary>A handler inside the caller's HttpClient tried to transmit the message a second time, or followed a redirect; the first answer is lost.</summary>
    Repeated,

    /// <summary>A status code arrived, and what came with it cannot be understood.</summary>
    Unreadable,
}
