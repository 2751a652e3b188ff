using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Trackly.Sdk.Pipeline.Telemetry;

/// <summary>The instruments of the one meter.</summary>
internal static class RequestMetrics
{
    private static readonly Meter Meter = new(TelemetryTags.SourceName, SdkVersion.Value);

    /// <summary>The buckets that OpenTelemetry advises for HTTP, and those that the default timeouts add. Its count is the number of calls.</summary>
    public static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "trackly.client.duration", "s", "How long calls take, over all attempts and the waits between them."
#if NET9_0_OR_GREATER
        , tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 15, 30, 60] }
#endif
        );

    private static readonly Counter<long> Attempts = Meter.CreateCounter<long>(
        "trackly.client.attempts", "{attempt}", "Attempts made, by what became of the request in each.");

    private static readonly Counter<long> Retries = Meter.CreateCounter<long>(
        "trackly.client.retries", "{retry}", "Retries decided on, by why the attempt before them failed.");

    private static readonly ObservableGauge<long> Waiting = Meter.CreateObservableGauge(
        "trackly.client.waiting", static () => Interlocked.Read(ref _waiting), "{message}", "Messages of streams that wait for the pace of their list.");

    private static long _waiting;

    /// <summary>Counts messages that start, or stop, to wait for the pace of their list.</summary>
    public static void CountWaiting(int change) => Interlocked.Add(ref _waiting, change);

    public static void Record(string operation, string outcome, IReadOnlyList<SendAttempt> attempts, Exception? failure, TimeSpan? elapsed)
    {
        if (elapsed is { } time && Duration.Enabled)
            Duration.Record(time.TotalSeconds, CreateTags(operation, outcome, failure is null ? null : TelemetryTags.GetErrorType(failure)));
        if (!Attempts.Enabled)
            return;
        foreach (var attempt in attempts)
        {
            var tags = CreateTags(operation, TelemetryTags.GetOutcome(attempt.Outcome), TelemetryTags.GetReason(attempt));
            if (TelemetryTags.GetStatusCode(attempt) is { } code)
                tags.Add(TelemetryTags.StatusCode, code);
            Attempts.Add(1, tags);
        }
    }

    public static void CountRetry(string reason) => Retries.Add(1, new KeyValuePair<string, object?>(TelemetryTags.ErrorType, reason));

    private static TagList CreateTags(string operation, string outcome, string? errorType)
    {
        TagList tags = [new(TelemetryTags.OperationName, operation), new(TelemetryTags.Outcome, outcome)];
        if (errorType is not null)
            tags.Add(TelemetryTags.ErrorType, errorType);
        return tags;
    }
}
