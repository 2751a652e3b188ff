using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Trackly.Sdk.Pipeline.Attempts;

/// <summary>Runs the attempts of a call: one Polly pipeline of the call's timeout, the retries and the timeout of each attempt. The retry table decides what is retried.</summary>
internal sealed class RetryRunner
{
    private static readonly ResiliencePropertyKey<Call> CallKey = new("Trackly.Sdk.Call");

    private readonly int _maxRetries;
    private readonly TimeSpan _maxDelay;
    private readonly ResiliencePipeline<Attempt> _pipeline;

    public RetryRunner(TracklyRetryOptions options, TimeSpan attemptTimeout, TimeProvider clock, Action<SendAttempt, TimeSpan>? onRetry = null)
    {
        (_maxRetries, _maxDelay) = (options.MaxRetryAttempts, options.MaxDelay);
        _pipeline = new ResiliencePipelineBuilder<Attempt> { TimeProvider = clock }
            .AddTimeout(new TimeoutStrategyOptions { TimeoutGenerator = static args => new(GetCall(args.Context).Timeout) })
            .AddRetry(new RetryStrategyOptions<Attempt>
            {
                // Polly takes one or more; ShouldRetry counts.
                MaxRetryAttempts = int.MaxValue,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = options.BaseDelay,
                MaxDelay = options.MaxDelay,
                ShouldHandle = args => new(args.Outcome.Result is { } attempt && ShouldRetry(attempt, args.Context.CancellationToken)),
                // Null leaves the wait to the back-off. Polly does not cap what is returned here; ShouldRetry does.
                DelayGenerator = static args => new(args.Outcome.Result?.RemainingRetryAfter is { } wait && wait > TimeSpan.Zero ? wait : null),
                OnRetry = args =>
                {
                    var call = args.Outcome.Result!.Call;
                    var attempt = call.Attempts[args.Outcome.Result.Number - 1];
                    onRetry?.Invoke(attempt, args.RetryDelay);
                    call.OnRetry?.Invoke(attempt, args.RetryDelay);
                    return default;
                },
            })
            .AddTimeout(new TimeoutStrategyOptions { Timeout = attemptTimeout })
            .Build();
    }

    /// <summary>Runs a call to its end.</summary>
    /// <param name="call">The call.</param>
    /// <param name="sendAttempt">Makes one attempt; never throws.</param>
    /// <returns>The last attempt, or null when the call ended before the first; and what ended a wait between two attempts, or null when the last attempt decides.</returns>
    public async ValueTask<(Attempt? Last, Exception? Interruption)> RunAsync(Call call, Func<Call, CancellationToken, ValueTask<Attempt>> sendAttempt)
    {
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, call.CancellationToken);
        context.Properties.Set(CallKey, call);
        var run = new Run(sendAttempt);
        try
        {
            var outcome = await _pipeline.ExecuteOutcomeAsync(
                static async (context, run) => Outcome.FromResult(run.Last = await run.SendAttempt(GetCall(context), context.CancellationToken).ConfigureAwait(false)),
                context, run).ConfigureAwait(false);
            return (run.Last, outcome.Exception);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static Call GetCall(ResilienceContext context) => context.Properties.GetValue(CallKey, null!);

    private bool ShouldRetry(Attempt attempt, CancellationToken timeout) =>
        attempt.Number <= _maxRetries
        && RetryTable.PermitsRetry(attempt.Call.RetryMode, attempt.Call.RepeatSafety, attempt.Verdict.Result)
        // A call whose time ran out in an attempt ends as that attempt did, not as a wait that never started.
        && !(timeout.IsCancellationRequested && !attempt.Call.CancellationToken.IsCancellationRequested)
        && IsWorthTheWait(attempt);

    private bool IsWorthTheWait(Attempt attempt) =>
        attempt.Response?.RetryAfter is not { } wait || (wait <= _maxDelay && wait < attempt.Call.Timeout - attempt.Call.Elapsed);

    private sealed class Run(Func<Call, CancellationToken, ValueTask<Attempt>> sendAttempt)
    {
        public Func<Call, CancellationToken, ValueTask<Attempt>> SendAttempt => sendAttempt;

        public Attempt? Last { get; set; }
    }
}
