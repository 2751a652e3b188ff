using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Trackly.Sdk.Pipeline;

/// <summary>Total time-out, retry, attempt time-out: the order in which a call is held together.</summary>
internal static class ResiliencePipelines
{
    public static ResiliencePipeline<Attempt> For(TracklyClientOptions options, TimeProvider clock)
    {
        var builder = new ResiliencePipelineBuilder<Attempt> { TimeProvider = clock };
        builder.AddTimeout(new TimeoutStrategyOptions { Timeout = options.Timeout });
        // Polly has no retry strategy of zero retries.
        if (options.Retry.MaxRetryAttempts > 0)
            builder.AddRetry(Retry(options));
        return builder.AddTimeout(new TimeoutStrategyOptions { Timeout = options.AttemptTimeout }).Build();
    }

    private static RetryStrategyOptions<Attempt> Retry(TracklyClientOptions options)
    {
        var (mode, longestWait, timeout) = (options.Retry.Mode, options.Retry.MaxDelay, options.Timeout);
        return new RetryStrategyOptions<Attempt>
        {
            MaxRetryAttempts = options.Retry.MaxRetryAttempts,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = options.Retry.BaseDelay,
            MaxDelay = longestWait,
            ShouldHandle = args => new(
                args.Outcome.Result is { } attempt && RetryTable.Permits(mode, attempt.End)
                && !HasTimedOut(attempt.Call, args.Context.CancellationToken) && IsWorthTheWait(attempt, longestWait, timeout)),
            // Null leaves the wait to the back-off. Polly does not cap what is returned here: IsWorthTheWait has.
            DelayGenerator = static args => new(args.Outcome.Result?.RemainingRetryAfter is { } wait && wait > TimeSpan.Zero ? wait : null),
            OnRetry = static args =>
            {
                args.Outcome.Result!.Call.Telemetry.Retrying(args.Outcome.Result, args.RetryDelay);
                return default;
            },
        };
    }

    /// <summary>A call whose time ran out in an attempt ends as that attempt did, not as a wait that never began.</summary>
    private static bool HasTimedOut(SendCall call, CancellationToken whole) =>
        whole.IsCancellationRequested && !call.CancellationToken.IsCancellationRequested;

    private static bool IsWorthTheWait(Attempt attempt, TimeSpan longestWait, TimeSpan timeout) =>
        attempt.Answer?.RetryAfter is not { } asked || (asked <= longestWait && asked < timeout - attempt.Call.Elapsed);
}
