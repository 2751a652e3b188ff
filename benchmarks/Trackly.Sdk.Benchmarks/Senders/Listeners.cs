using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace Trackly.Sdk.Benchmarks.Senders;

/// <summary>Collects all telemetry of the SDK: its spans with all data, its metrics, and its log at Debug with every line formatted.</summary>
internal sealed class Listeners : ILoggerProvider, ILogger
{
    private const string Name = "Trackly.Sdk";

    private readonly ActivityListener _spans = new()
    {
        ShouldListenTo = static source => source.Name == Name,
        Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
    };

    private readonly MeterListener _instruments = new()
    {
        InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == Name)
                listener.EnableMeasurementEvents(instrument);
        },
    };

    private long _count;

    public Listeners()
    {
        ActivitySource.AddActivityListener(_spans);
        _spans.ActivityStopped = _ => _count++;
        _instruments.SetMeasurementEventCallback<long>((_, _, _, _) => _count++);
        _instruments.SetMeasurementEventCallback<double>((_, _, _, _) => _count++);
        _instruments.Start();
    }

    /// <summary>The number of spans, measurements and characters of log received.</summary>
    public long Count => _count;

    public void Register(ILoggingBuilder logging) => logging.AddProvider(this).AddFilter(static (_, category, level) => category == Name && level >= LogLevel.Debug);

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _count += formatter(state, exception).Length;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Dispose()
    {
        _spans.Dispose();
        _instruments.Dispose();
    }
}
