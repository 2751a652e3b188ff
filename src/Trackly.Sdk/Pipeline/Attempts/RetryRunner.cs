using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Trackly.Sdk.Pipeline.Attempts;

/// <summary>
/// Runs the attempts of a call in one Polly pipeline: the retries, and a timeout for each attempt that never exceeds what is left of the call's timeout. The retry table
/// decides what is retried.
/// </summary>
internal sealed class RetryRunner
{
    private static readonly ResiliencePropertyKey<Call> CallKey = new("Trackly.Sdk.Call");
    private static readonly ResiliencePropertyKey<Attempt?> FailedAttemptKey = new("Trackly.Sdk.FailedAttempt");

    /// <summary>What must be left for a retry, unless AttemptTimeout is shorter: one that is cut off at once could only make a certain outcome unknown.</summary>
    private static readonly TimeSpan MinRetryTime = TimeSpan.FromSeconds(1);

    private readonly int _maxRetries;
    private readonly TimeSpan _maxDelay;
    private readonly ResiliencePipeline<Attempt> _pipeline;

    public RetryRunner(TracklyRetryOptions options, TimeSpan attemptTimeout, TimeProvider clock, Action<SendAttempt, TimeSpan>? onRetry = null)
    {
        (_maxRetries, _maxDelay) = (options.MaxRetryAttempts, options.MaxDelay);
        var neededTime = attemptTimeout < MinRetryTime ? attemptTimeout : MinRetryTime;
        _pipeline = new ResiliencePipelineBuilder<Attempt> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<Attempt>
            {
                // Polly takes one or more; ShouldRetry counts.
                MaxRetryAttempts = int.MaxValue,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = options.BaseDelay,
                MaxDelay = options.MaxDelay,
                ShouldHandle = args => new(args.Outcome.Result is { } attempt && ShouldRetry(attempt)),
                // Null leaves the wait to the back-off. Polly does not cap what is returned here; ShouldRetry does.
                DelayGenerator = static args => new(args.Outcome.Result?.RemainingRetryAfter is { } wait && wait > TimeSpan.Zero ? wait : null),
                OnRetry = args =>
                {
                    var attempt = args.Outcome.Result!;
                    args.Context.Properties.Set(FailedAttemptKey, attempt);
                    if (args.RetryDelay + neededTime > attempt.Call.RemainingTime)
                        throw new TimeoutRejectedException();
                    var report = attempt.Call.Attempts[attempt.Number - 1];
                    onRetry?.Invoke(report, args.RetryDelay);
                    attempt.Call.OnRetry?.Invoke(report, args.RetryDelay);
                    return default;
                },
            })
            .AddTimeout(new TimeoutStrategyOptions { TimeoutGenerator = args => new(LimitAttempt(GetCall(args.Context), attemptTimeout)) })
            .Build();
    }

    /// <summary>Runs a call to its end.</summary>
    /// <param name="call">The call.</param>
    /// <param name="sendAttempt">Makes one attempt; never throws.</param>
    /// <returns>The last attempt, or null when the call ended before the first; and what ended a wait between two attempts, or null when the last attempt decides.</returns>
    public async ValueTask<(Attempt? Last, Exception? Interruption)> RunAsync(Call call, Func<Call, CancellationToken, ValueTask<Outcome<Attempt>>> sendAttempt)
    {
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, call.CancellationToken);
        context.Properties.Set(CallKey, call);
        try
        {
            return GetEnd(context, await _pipeline.ExecuteOutcomeAsync(SendInTime, context, sendAttempt).ConfigureAwait(false));
        }
        catch (TimeoutRejectedException exception)
        {
            return GetEnd(context, Outcome.FromException<Attempt>(exception));
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>A call whose time runs out between two attempts ends with the result of the last one.</summary>
    private static (Attempt? Last, Exception? Interruption) GetEnd(ResilienceContext context, Outcome<Attempt> outcome)
    {
        var last = outcome.Result ?? context.Properties.GetValue(FailedAttemptKey, null);
        return (last, outcome.Exception is TimeoutRejectedException && last is not null ? null : outcome.Exception);
    }

    private static Call GetCall(ResilienceContext context) => context.Properties.GetValue(CallKey, null!);

    private static ValueTask<Outcome<Attempt>> SendInTime(ResilienceContext context, Func<Call, CancellationToken, ValueTask<Outcome<Attempt>>> sendAttempt)
    {
        var call = GetCall(context);
        return call.RemainingTime > TimeSpan.Zero ? sendAttempt(call, context.CancellationToken) : throw new TimeoutRejectedException();
    }

    /// <summary>Returns the timeout of the next attempt. Polly takes zero or less for none, and <see cref="SendInTime"/> makes no attempt then.</summary>
    private static TimeSpan LimitAttempt(Call call, TimeSpan attemptTimeout) => call.RemainingTime is var rest && rest > attemptTimeout ? attemptTimeout : rest;

    private bool ShouldRetry(Attempt attempt) =>
        attempt.Number <= _maxRetries
        && RetryTable.PermitsRetry(attempt.Call.RetryMode, attempt.Call.RepeatSafety, attempt.Verdict.Result)
        && (attempt.Response?.RetryAfter is not { } wait || wait <= _maxDelay);
}
