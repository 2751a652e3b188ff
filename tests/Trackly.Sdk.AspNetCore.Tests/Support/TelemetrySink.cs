using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Trackly.Sdk.AspNetCore.Tests.Support;

/// <summary>Keeps every span and every measurement of the process as a sink would write it.</summary>
internal sealed class TelemetrySink : IDisposable
{
    private readonly MeterListener _meters = new();
    private readonly ActivityListener _spans;

    public TelemetrySink()
    {
        _spans = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => Spans.Enqueue((span.Source.Name, span.DisplayName, Format(span.TagObjects), span.Status)),
        };
        ActivitySource.AddActivityListener(_spans);
        _meters.InstrumentPublished = static (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _meters.Start();
    }

    public ConcurrentQueue<(string Source, string Name, string Tags, ActivityStatusCode Status)> Spans { get; } = [];

    public ConcurrentQueue<(string Meter, string Name, double Value, string Tags)> Measurements { get; } = [];

    public void Dispose()
    {
        _spans.Dispose();
        _meters.Dispose();
    }

    private static string Format(IEnumerable<KeyValuePair<string, object?>> tags) =>
        string.Join(" ", tags.Select(static tag => $"{tag.Key}={tag.Value}"));

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        Measurements.Enqueue((instrument.Meter.Name, instrument.Name, value, Format(tags.ToArray())));
}
