namespace Trackly.Sdk.Pipeline;

/// <summary>What happened in one attempt: the rows of the retry table.</summary>
internal enum AttemptEnd
{
    /// <summary>A 2xx with a message id.</summary>
    Accepted,

    /// <summary>Name not resolved, connection refused, connect time-out, TLS or proxy failure: the body never started.</summary>
    NeverStarted,

    /// <summary>The server said that it did not handle the request: 408, 425, 429, or 503 with Retry-After.</summary>
    ToldToComeBack,

    /// <summary>Any other 5xx answer.</summary>
    ServerFailed,

    /// <summary>The answer was lost after the body had started: reset, closed, attempt time-out, truncated or stalled response head.</summary>
    AnswerLost,

    /// <summary>A 2xx that cannot be read: not JSON, no message id, cut short, too large.</summary>
    Unreadable,

    /// <summary>A 2xx with <c>success: false</c>, any other 4xx, any 3xx.</summary>
    Refused,

    /// <summary>The caller cancelled before the body had started.</summary>
    CanceledBeforeBody,

    /// <summary>The caller cancelled after the body had started.</summary>
    CanceledAfterBody,
}
