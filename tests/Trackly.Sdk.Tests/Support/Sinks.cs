using System.Collections;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace Trackly.Sdk.Tests.Support;

/// <summary>Captures all that a host can record, at the most verbose level: logs of every category, spans of every source, measurements of every meter.</summary>
internal sealed class Sinks : IDisposable
{
    private readonly List<(string Sink, string Text)> _captured = [];
    private readonly FakeLogCollector _log = FakeLogCollector.Create(new FakeLogCollectorOptions());
    private readonly ActivityListener _spans;
    private readonly MeterListener _measurements = new();

    public Sinks()
    {
        Provider = new FakeLoggerProvider(_log);
        _spans = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Catch,
        };
        ActivitySource.AddActivityListener(_spans);
        _measurements.InstrumentPublished = static (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _measurements.SetMeasurementEventCallback<double>(Catch);
        _measurements.SetMeasurementEventCallback<long>(Catch);
        _measurements.SetMeasurementEventCallback<int>(Catch);
        _measurements.Start();
    }

    public ILoggerProvider Provider { get; }

    /// <summary>Returns what was captured since the last call.</summary>
    public IReadOnlyList<(string Sink, string Text)> Take()
    {
        lock (_captured)
        {
            foreach (var record in _log.GetSnapshot())
                Catch(record);
            _log.Clear();
            (string, string)[] captured = [.. _captured];
            _captured.Clear();
            return captured;
        }
    }

    /// <summary>Captures what code can print that catches the exception.</summary>
    public void Catch(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            Catch($"{exception.GetType().Name}.ToString", exception.ToString());
            Catch($"{exception.GetType().Name}.Message", exception.Message);
            foreach (DictionaryEntry entry in exception.Data)
                Catch($"{exception.GetType().Name}.Data", $"{entry.Key}={entry.Value}");
        }
    }

    public void Catch(string sink, string? text)
    {
        lock (_captured)
            _captured.Add((sink, text ?? ""));
    }

    public void Dispose()
    {
        _spans.Dispose();
        _measurements.Dispose();
        Provider.Dispose();
    }

    private void Catch(FakeLogRecord record)
    {
        var sink = $"log {record.Category}";
        Catch(sink, record.Message);
        Catch(record.Exception);
        // HttpClientFactory redacts response headers in the message only; request headers hold no secret by then.
        if (record.Id.Name?.EndsWith("ResponseHeader", StringComparison.Ordinal) != true)
            Catch(sink, Text(record.StructuredState));
        foreach (var scope in record.Scopes)
            Catch($"{sink} scope", scope is IEnumerable<KeyValuePair<string, object?>> pairs ? $"{scope} {Text(pairs)}" : $"{scope}");
    }

    private void Catch(Activity span)
    {
        var sink = $"span {span.Source.Name}";
        Catch(sink, $"{span.OperationName} {span.DisplayName} {span.StatusDescription} {Text(span.TagObjects)} {Text(span.Baggage)}");
        foreach (var activityEvent in span.Events)
            Catch($"{sink} event", $"{activityEvent.Name} {Text(activityEvent.Tags)}");
    }

    private void Catch<T>(Instrument instrument, T measurement, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state) =>
        Catch($"meter {instrument.Meter.Name}", $"{instrument.Name} {Text(tags.ToArray())}");

    private static string Text<T>(IEnumerable<KeyValuePair<string, T>>? pairs) => string.Join(" ", (pairs ?? []).Select(static pair => $"{pair.Key}={pair.Value}"));
}
