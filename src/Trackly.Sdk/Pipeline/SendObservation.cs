using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Trackly.Sdk.Pipeline;

/// <summary>Watches one call from its begin to its end. A log or listener that fails never changes what the caller hears: an accepted message stays accepted.</summary>
internal readonly struct SendObservation(SendTelemetry telemetry, SendSettings settings, Activity? span)
{
    private readonly long? _started = telemetry.IsTimed ? telemetry.Clock.GetTimestamp() : null;

    private TimeSpan? Elapsed => _started is { } started ? telemetry.Clock.GetElapsedTime(started) : null;

    public void Accepted(SendResponse response)
    {
        try
        {
            var elapsed = Elapsed;
            End(SendTags.Accepted, response.Attempts, failure: null, elapsed);
            var milliseconds = (long)(elapsed?.TotalMilliseconds ?? 0);
            if (telemetry.Log.IsEnabled(LogLevel.Debug))
                SendLog.Sent(telemetry.Log, Redaction.Id(response.MessageId), SendTags.StatusOf(response.Status), response.Attempts.Count, milliseconds);
            // The next one may run into the time-out, and what became of it is then unknown.
            if (elapsed > TimeSpan.FromTicks(settings.AttemptTimeout.Ticks / 2))
                SendLog.Slow(telemetry.Log, milliseconds, response.Attempts.Count);
        }
        catch (Exception)
        {
            span?.Dispose();
        }
    }

    public void Failed(Exception failure)
    {
        try
        {
            var elapsed = Elapsed;
            var outcome = SendTags.OutcomeOf(failure);
            End(outcome, SendTags.AttemptsOf(failure), failure, elapsed);
            SendLog.Failed(telemetry.Log, outcome, failure, (long)(elapsed?.TotalMilliseconds ?? 0));
        }
        catch (Exception)
        {
            span?.Dispose();
        }
    }

    private void End(string outcome, IReadOnlyList<SendAttempt> attempts, Exception? failure, TimeSpan? elapsed)
    {
        SendMetrics.Count(outcome, attempts, failure, elapsed);
        if (span is null)
            return;
        if (span.IsAllDataRequested)
        {
            span.SetTag(SendTags.Outcome, outcome);
            span.SetTag(SendTags.Attempts, attempts.Count);
            span.SetTag(SendTags.StatusCode, SendTags.LastStatusCodeOf(attempts));
            if (failure is not null)
            {
                span.SetTag(SendTags.ErrorType, SendTags.TypeOf(failure));
                span.SetTag(SendTags.ErrorCode, SendTags.CodeOf(failure));
            }
        }

        if (failure is not null)
            span.SetStatus(ActivityStatusCode.Error);
        span.Dispose();
    }
}
