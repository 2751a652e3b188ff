using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace Trackly.Sdk.Benchmarks.Senders;

/// <summary>Everything that the SDK shows is listened to: its spans with all their data, its instruments, its log at Debug with every line formatted.</summary>
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

    private long _heard;

    public Listeners()
    {
        ActivitySource.AddActivityListener(_spans);
        _spans.ActivityStopped = _ => _heard++;
        _instruments.SetMeasurementEventCallback<long>((_, _, _, _) => _heard++);
        _instruments.SetMeasurementEventCallback<double>((_, _, _, _) => _heard++);
        _instruments.Start();
    }

    /// <summary>How much was heard: spans, measurements and characters of log.</summary>
    public long Heard => _heard;

    public void Register(ILoggingBuilder logging) => logging.AddProvider(this).AddFilter(static (_, category, level) => category == Name && level >= LogLevel.Debug);

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _heard += formatter(state, exception).Length;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Dispose()
    {
        _spans.Dispose();
        _instruments.Dispose();
    }
}
