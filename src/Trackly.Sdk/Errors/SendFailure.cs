namespace Trackly.Sdk;

/// <summary>Specifies why an attempt has no usable response.</summary>
public enum SendFailure
{
    /// <summary>The connection broke, or could not be made for a reason that is none of the others.</summary>
    Connection,

    /// <summary>A timeout of the client, or of a handler around it, ran out.</summary>
    Timeout,

    /// <summary>The caller canceled.</summary>
    Canceled,

    /// <summary>A handler tried to transmit the message a second time, or followed a redirect. The first response is lost.</summary>
    Repeated,

    /// <summary>A status code arrived, but the response cannot be understood.</summary>
    Unreadable,

    /// <summary>The client was disposed during the call, or the HttpClient that it was given had been disposed before.</summary>
    Disposed,

    /// <summary>The name of the server, or of a proxy, could not be resolved.</summary>
    NameResolution,

    /// <summary>The server, or a proxy before it, refused the connection.</summary>
    ConnectionRefused,

    /// <summary>No route leads to the server or the proxy.</summary>
    Unreachable,

    /// <summary>A timeout ran out before a connection could be used.</summary>
    ConnectTimeout,

    /// <summary>The server's certificate is not trusted, or what listens there does not speak TLS, or the handshake broke off.</summary>
    SecureConnection,

    /// <summary>A proxy refused or failed to connect to the server.</summary>
    Proxy,
}
