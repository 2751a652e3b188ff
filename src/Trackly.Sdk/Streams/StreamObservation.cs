using System.Diagnostics;
using Trackly.Sdk.Pipeline.Telemetry;

namespace Trackly.Sdk.Streams;

/// <summary>Observes one stream from its start to its end. Its messages are children of its span.</summary>
internal readonly struct StreamObservation(Activity? span)
{
    public const string Name = "send_many";

    private const string Canceled = "canceled";

    public void End(SendProgress counts, Exception? end)
    {
        if (span is null)
            return;
        try
        {
            if (span.IsAllDataRequested)
            {
                span.SetTag(TelemetryTags.Messages, counts.Started);
                span.SetTag(TelemetryTags.MessagesAccepted, counts.Accepted);
                span.SetTag(TelemetryTags.MessagesRejected, counts.Rejected);
                span.SetTag(TelemetryTags.MessagesNotSent, counts.NotSent);
                span.SetTag(TelemetryTags.MessagesUnknown, counts.Unknown);
                if (end is not null)
                    span.SetTag(TelemetryTags.ErrorType, end is OperationCanceledException ? Canceled : TelemetryTags.GetErrorType(end));
            }

            if (end is not null)
                span.SetStatus(ActivityStatusCode.Error);
        }
        catch (Exception)
        {
            // A listener that fails must not lose a result.
        }

        Stop();
    }

    private void Stop()
    {
        try
        {
            span?.Dispose();
        }
        catch (Exception)
        {
            // See above.
        }
    }
}
