using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Trackly.Sdk.Pipeline.Telemetry;

/// <summary>Observes one call from its start to its end. A log or listener that fails never changes the result: an accepted message stays accepted.</summary>
internal readonly struct RequestObservation(ILogger log, TimeProvider clock, string operation, TimeSpan attemptTimeout, Activity? span)
{
    /// <summary>Null when no listener needs the duration of the call.</summary>
    private readonly long? _started = RequestMetrics.Duration.Enabled || log.IsEnabled(LogLevel.Warning) ? clock.GetTimestamp() : null;

    private TimeSpan? Elapsed => _started is { } started ? clock.GetElapsedTime(started) : null;

    /// <param name="id">The id of what was accepted, as it may be shown. Empty when there is none.</param>
    /// <param name="attempts">The attempts of the call.</param>
    public void Succeed(string id, IReadOnlyList<SendAttempt> attempts)
    {
        try
        {
            var elapsed = Elapsed;
            End(TelemetryTags.Accepted, attempts, failure: null, elapsed);
            var milliseconds = (long)(elapsed?.TotalMilliseconds ?? 0);
            RequestLog.Accepted(log, operation, id, attempts.Count, milliseconds);
            // The next one may run into the timeout, and what became of it is then unknown.
            if (_started is not null && attempts.Count > 0 && attempts[attempts.Count - 1].Duration > TimeSpan.FromTicks(attemptTimeout.Ticks / 2))
                RequestLog.Slow(log, operation, milliseconds, attempts.Count);
        }
        catch (Exception)
        {
            span?.Dispose();
        }
    }

    public void Fail(Exception failure)
    {
        try
        {
            var elapsed = Elapsed;
            var outcome = TelemetryTags.GetOutcome(failure);
            End(outcome, TelemetryTags.GetAttempts(failure), failure, elapsed);
            RequestLog.Failed(log, operation, outcome, failure, (long)(elapsed?.TotalMilliseconds ?? 0));
        }
        catch (Exception)
        {
            span?.Dispose();
        }
    }

    private void End(string outcome, IReadOnlyList<SendAttempt> attempts, Exception? failure, TimeSpan? elapsed)
    {
        RequestMetrics.Record(operation, outcome, attempts, failure, elapsed);
        if (span is null)
            return;
        if (span.IsAllDataRequested)
        {
            span.SetTag(TelemetryTags.Outcome, outcome);
            span.SetTag(TelemetryTags.Attempts, attempts.Count);
            span.SetTag(TelemetryTags.StatusCode, TelemetryTags.GetLastStatusCode(attempts));
            if (failure is not null)
            {
                span.SetTag(TelemetryTags.ErrorType, TelemetryTags.GetErrorType(failure));
                span.SetTag(TelemetryTags.ErrorCode, TelemetryTags.GetErrorCode(failure));
            }
        }

        if (failure is not null)
            span.SetStatus(ActivityStatusCode.Error);
        span.Dispose();
    }
}
