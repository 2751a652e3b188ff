using Polly;
using Polly.Retry;

namespace Trackly.Sdk.Pipeline;

/// <summary>Whether, when and how often a call is tried again. Polly waits and counts; it is set up by the first call that needs it, which most never do.</summary>
internal sealed class Retries
{
    private readonly TracklyRetryMode _mode;
    private readonly int _most;
    private readonly TimeSpan _firstWait;
    private readonly TimeSpan _longestWait;
    private readonly Lazy<ResiliencePipeline<Attempt>> _pipeline;

    public Retries(TracklyRetryOptions options, TimeProvider clock)
    {
        (_mode, _most, _firstWait, _longestWait) = (options.Mode, options.MaxRetryAttempts, options.BaseDelay, options.MaxDelay);
        _pipeline = new Lazy<ResiliencePipeline<Attempt>>(() => new ResiliencePipelineBuilder<Attempt> { TimeProvider = clock }.AddRetry(Strategy()).Build());
    }

    /// <summary>Whether a call goes on after its first try.</summary>
    public bool MayFollow(Attempt first) => _most > 0 && RetryTable.Permits(_mode, first.End) && !first.Call.HasRunOutOfTime;

    /// <summary>Goes on with a call whose first try has been made.</summary>
    /// <param name="call">The call.</param>
    /// <param name="tryAsync">Makes another try.</param>
    /// <returns>What ended a wait between two tries. Null when the last try is the last word.</returns>
    public async Task<Exception?> GoOnAsync(SendCall call, Func<SendCall, CancellationToken, ValueTask<Attempt>> tryAsync)
    {
        using var whole = new TimeLimit(call.Settings.Timeout - call.Elapsed, call.Clock, call.CancellationToken);
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, whole.Token);
        var first = call.LastAttempt;
        try
        {
            var outcome = await _pipeline.Value.ExecuteOutcomeAsync(NextAsync, context, call).ConfigureAwait(false);
            return outcome.Exception;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }

        async ValueTask<Outcome<Attempt>> NextAsync(ResilienceContext context, SendCall call)
        {
            var made = first ?? await tryAsync(call, context.CancellationToken).ConfigureAwait(false);
            first = null;
            return Outcome.FromResult(made);
        }
    }

    private RetryStrategyOptions<Attempt> Strategy() => new()
    {
        MaxRetryAttempts = _most,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = _firstWait,
        MaxDelay = _longestWait,
        ShouldHandle = args => new(
            args.Outcome.Result is { } attempt && RetryTable.Permits(_mode, attempt.End)
            && !HasTimedOut(attempt.Call, args.Context.CancellationToken) && IsWorthTheWait(attempt)),
        // Null leaves the wait to the back-off. Polly does not cap what is returned here: IsWorthTheWait has.
        DelayGenerator = static args => new(args.Outcome.Result?.RemainingRetryAfter is { } wait && wait > TimeSpan.Zero ? wait : null),
        OnRetry = static args =>
        {
            args.Outcome.Result!.Call.Telemetry.Retrying(args.Outcome.Result, args.RetryDelay);
            return default;
        },
    };

    /// <summary>A call whose time ran out in an attempt ends as that attempt did, not as a wait that never began.</summary>
    private static bool HasTimedOut(SendCall call, CancellationToken whole) =>
        whole.IsCancellationRequested && !call.CancellationToken.IsCancellationRequested;

    private bool IsWorthTheWait(Attempt attempt) =>
        attempt.Answer?.RetryAfter is not { } asked || (asked <= _longestWait && asked < attempt.Call.Settings.Timeout - attempt.Call.Elapsed);
}
