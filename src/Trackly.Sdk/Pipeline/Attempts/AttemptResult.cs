namespace Trackly.Sdk.Pipeline.Attempts;

/// <summary>What happened in one attempt: the rows of the retry table.</summary>
internal enum AttemptResult
{
    /// <summary>A response that the operation understands as its result: nearly always a 2xx.</summary>
    Accepted,

    /// <summary>The name was not resolved, the connection refused or timed out, or it broke off: the body never started.</summary>
    NeverStarted,

    /// <summary>No connection can be made until somebody changes something: an untrusted certificate, a port without TLS, a proxy that refuses, a disposed HttpClient.</summary>
    CannotConnect,

    /// <summary>The server said that it did not handle the request: 408, 425, 429, or 503 with Retry-After.</summary>
    NotProcessed,

    /// <summary>Any other 5xx response.</summary>
    ServerError,

    /// <summary>The response was lost after the body had started: reset, closed, attempt timeout, truncated or stalled response head.</summary>
    ResponseLost,

    /// <summary>A 2xx that cannot be read: not JSON, no message id, cut short, too large; or a status that HTTP does not know.</summary>
    UnreadableResponse,

    /// <summary>A 2xx with <c>success: false</c>, any other 4xx, any 3xx.</summary>
    Rejected,

    /// <summary>The caller canceled before the body had started.</summary>
    CanceledBeforeBody,

    /// <summary>The caller canceled after the body had started.</summary>
    CanceledAfterBody,
}
