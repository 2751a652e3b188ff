using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Trackly.Sdk.Pipeline;

/// <summary>The instruments of the one meter.</summary>
internal static class SendMetrics
{
    private static readonly Meter Meter = new(SendTelemetry.Name, SdkVersion.Value);

    /// <summary>The buckets that OpenTelemetry advises for HTTP, and those that the default time-outs add.</summary>
    public static readonly Histogram<double> Duration = Meter.CreateHistogram(
        "trackly.client.send.duration", "s", "How long calls of SendAsync take, over all attempts and the waits between them.", tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 15, 30, 60] });

    public static readonly Counter<long> Sends = Meter.CreateCounter<long>("trackly.client.sends", "{send}", "Calls of SendAsync, by what became of the message.");

    public static readonly Counter<long> Attempts = Meter.CreateCounter<long>(
        "trackly.client.attempts", "{attempt}", "Attempts made, by what became of the message in each.");

    public static readonly Counter<long> Retries = Meter.CreateCounter<long>(
        "trackly.client.retries", "{retry}", "Retries decided on, by what the attempt before them met.");

    public static void Count(string outcome, IReadOnlyList<SendAttempt> attempts, Exception? failure, TimeSpan? elapsed)
    {
        if (Sends.Enabled || Duration.Enabled)
        {
            var tags = TagsOf(outcome, failure is null ? null : SendTags.TypeOf(failure));
            Sends.Add(1, tags);
            if (elapsed is { } time)
                Duration.Record(time.TotalSeconds, tags);
        }

        if (Attempts.Enabled)
        {
            foreach (var attempt in attempts)
                Count(attempt);
        }
    }

    public static void CountRetry(string reason) => Retries.Add(1, new KeyValuePair<string, object?>(SendTags.ErrorType, reason));

    private static void Count(SendAttempt attempt)
    {
        var tags = TagsOf(SendTags.OutcomeOf(attempt.Outcome), SendTags.ReasonOf(attempt));
        if (SendTags.StatusCodeOf(attempt) is { } code)
            tags.Add(SendTags.StatusCode, code);
        Attempts.Add(1, tags);
    }

    private static TagList TagsOf(string outcome, string? errorType)
    {
        TagList tags = [new(SendTags.Outcome, outcome)];
        if (errorType is not null)
            tags.Add(SendTags.ErrorType, errorType);
        return tags;
    }
}
