namespace Trackly.Sdk.Pipeline;

/// <summary>One call of SendAsync over all its attempts.</summary>
internal sealed class SendCall(SendRequest request, SendSettings settings, SendTelemetry telemetry, TimeProvider clock, CancellationToken cancellationToken)
{
    private readonly long _started = clock.GetTimestamp();
    private readonly List<Attempt> _attempts = new(1);

    public SendRequest Request { get; } = request;

    /// <summary>The body, written once for all attempts.</summary>
    public byte[] Body { get; } = RequestBody.Of(request);

    public SendSettings Settings { get; } = settings;

    /// <summary>Who watches the call.</summary>
    public SendTelemetry Telemetry { get; } = telemetry;

    public TimeProvider Clock { get; } = clock;

    /// <summary>The caller's own token.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;

    public TimeSpan Elapsed => Clock.GetElapsedTime(_started);

    public bool HasRunOutOfTime => Elapsed >= Settings.Timeout;

    public Attempt? LastAttempt => _attempts.Count == 0 ? null : _attempts[_attempts.Count - 1];

    /// <summary>The most uncertain of what the attempts say. Null when the last was accepted.</summary>
    public SendOutcome? Outcome => LastAttempt switch
    {
        null => SendOutcome.NotSent,
        { End: AttemptEnd.Accepted } => null,
        _ when _attempts.Exists(static attempt => attempt.Outcome == SendOutcome.Unknown) => SendOutcome.Unknown,
        { } last => last.Outcome,
    };

    /// <summary>The keys that the attempts carried.</summary>
    public IEnumerable<string> Keys => _attempts.Select(static attempt => attempt.Settings.ApiKey).Distinct();

    /// <param name="current">The settings of the moment, which may be newer than those of the call.</param>
    public Attempt BeginAttempt(SendSettings current)
    {
        var attempt = new Attempt(this, current, _attempts.Count + 1);
        _attempts.Add(attempt);
        return attempt;
    }

    /// <summary>The story of the attempts, for the caller to keep.</summary>
    public IReadOnlyList<SendAttempt> Story() => _attempts.ConvertAll(static attempt => attempt.ToRecord());
}
