namespace Trackly.Sdk.Pipeline;

/// <summary>One call of SendAsync over all its attempts.</summary>
internal sealed class SendCall(SendRequest request, SendSettings settings, SendTelemetry telemetry, TimeProvider clock, CancellationToken cancellationToken)
{
    private readonly long _started = clock.GetTimestamp();

    /// <summary>The body, written once for all attempts.</summary>
    public BorrowedBytes Body { get; } = RequestBody.Of(request);

    public SendSettings Settings { get; } = settings;

    /// <summary>Who watches the call.</summary>
    public SendTelemetry Telemetry { get; } = telemetry;

    public TimeProvider Clock { get; } = clock;

    /// <summary>The caller's own token.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;

    public TimeSpan Elapsed => Clock.GetElapsedTime(_started);

    public bool HasRunOutOfTime => Elapsed >= Settings.Timeout;

    public Attempt? LastAttempt { get; private set; }

    /// <summary>The most uncertain of what the attempts say..</summary>
    public SendOutcome Outcome => LastAttempt switch
    {
        null => SendOutcome.NotSent,
        { End: AttemptEnd.Accepted } => SendOutcome.Accepted,
        _ when Attempts().Any(static attempt => attempt.Outcome == SendOutcome.Unknown) => SendOutcome.Unknown,
        { } last => last.Outcome,
    };

    /// <summary>The keys that the attempts carried.</summary>
    public IEnumerable<string> Keys => Attempts().Select(static attempt => attempt.Settings.ApiKey).Distinct();

    /// <param name="current">
    /// The settings of the moment, which may be newer than those of the call. With a policy that is newer, too, they are left to the next call, and this one keeps what it
    /// has: an old recipient never meets a new address.
    /// </param>
    public Attempt BeginAttempt(SendSettings current) =>
        LastAttempt = new Attempt(this, ReferenceEquals(current.Recipients, Settings.Recipients) ? current : LastAttempt?.Settings ?? Settings, LastAttempt);

    /// <summary>The story of the attempts, for the caller to keep.</summary>
    public IReadOnlyList<SendAttempt> Story()
    {
        var story = new SendAttempt[LastAttempt?.Number ?? 0];
        for (var attempt = LastAttempt; attempt is not null; attempt = attempt.Previous)
            story[attempt.Number - 1] = attempt.ToRecord();
        return story;
    }

    /// <summary>The attempts made so far, the last one first.</summary>
    private IEnumerable<Attempt> Attempts()
    {
        for (var attempt = LastAttempt; attempt is not null; attempt = attempt.Previous)
            yield return attempt;
    }
}
