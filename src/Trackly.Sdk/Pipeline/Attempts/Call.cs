using Trackly.Sdk.Pipeline.Responses;

namespace Trackly.Sdk.Pipeline.Attempts;

/// <summary>One call over all its attempts: what each of them sends, the limits of the call, and what has happened so far.</summary>
internal sealed class Call(TimeProvider clock, CancellationToken callerToken, CancellationToken cancellationToken)
{
    private readonly long _started = clock.GetTimestamp();
    private readonly List<SendAttempt> _attempts = new(1);

    public required HttpMethod Method { get; init; }

    /// <summary>Gets the base address that the call started with.</summary>
    public required Uri BaseAddress { get; init; }

    public required Uri Address { get; init; }

    /// <summary>Gets the address as a span may show it. Null when it is the address itself.</summary>
    public string? MaskedAddress { get; init; }

    /// <summary>Gets the key that the call started with.</summary>
    public required string ApiKey { get; init; }

    /// <summary>Gets the request body, written once for all attempts. Null when the operation has none.</summary>
    public required byte[]? Body { get; init; }

    public required IResponseParser Parser { get; init; }

    /// <summary>Gets how many bytes of a 2xx response are read.</summary>
    public required int MaxResponseBytes { get; init; }

    public required RepeatSafety RepeatSafety { get; init; }

    public required OutcomeAdvice Advice { get; init; }

    public required TracklyRetryMode RetryMode { get; init; }

    public required TimeSpan Timeout { get; init; }

    /// <summary>Gets what observes each retry of this call, and the wait before it. Null when nobody does.</summary>
    public Action<SendAttempt, TimeSpan>? OnRetry { get; init; }

    public TimeProvider Clock { get; } = clock;

    /// <summary>Gets the caller's own token.</summary>
    public CancellationToken CallerToken { get; } = callerToken;

    /// <summary>Gets the token that the caller, or disposing the client, cancels.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>Gets whether disposing the client, and not the caller, canceled the call.</summary>
    public bool IsDisposed => CancellationToken.IsCancellationRequested && !CallerToken.IsCancellationRequested;

    public TimeSpan Elapsed => Clock.GetElapsedTime(_started);

    /// <summary>Gets what is left of the timeout. Zero or less when it has run out.</summary>
    public TimeSpan RemainingTime => Timeout - Elapsed;

    public IReadOnlyList<SendAttempt> Attempts => _attempts;

    /// <summary>Gets what became of the message: the most uncertain outcome of the attempts, unless the last was accepted.</summary>
    public SendOutcome Outcome
    {
        get
        {
            if (_attempts.Count == 0)
                return SendOutcome.NotSent;
            var last = _attempts[_attempts.Count - 1].Outcome;
            return last != SendOutcome.Accepted && _attempts.Exists(static attempt => attempt.Outcome == SendOutcome.Unknown) ? SendOutcome.Unknown : last;
        }
    }

    public void Add(SendAttempt attempt) => _attempts.Add(attempt);
}
