namespace FaultLab;

/// <summary>What happens to the connection after the response.</summary>
public enum ConnectionEnd
{
    /// <summary>The connection waits for the next request.</summary>
    KeepAlive,

    /// <summary>The server sends a FIN, then keeps reading without logging, so that a client that still writes meets no reset.</summary>
    Close,

    /// <summary>The connection is reset (RST).</summary>
    Reset,

    /// <summary>The server sends nothing more and keeps the connection open.</summary>
    Hang,

    /// <summary>The response promises to keep the connection open; the server closes it right after.</summary>
    CloseWhenIdle,

    /// <summary>The connection stays open, and is reset when the first byte of the next request arrives, which stays unread.</summary>
    ResetOnReuse,

    /// <summary>The server answers a TLS handshake with a certificate that no client trusts, then closes. Not in the build for .NET Standard.</summary>
    TlsHandshake,
}
