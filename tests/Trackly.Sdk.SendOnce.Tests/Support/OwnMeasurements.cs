using System.Diagnostics.Metrics;
using Trackly.Sdk.SendOnce.Telemetry;

namespace Trackly.Sdk.SendOnce.Tests.Support;

/// <summary>Records what the code that this test calls measures, and not what other tests measure at the same time.</summary>
internal sealed class OwnMeasurements : IDisposable
{
    private readonly AsyncLocal<bool> _isOwn = new();
    private readonly List<string> _all = [];
    private readonly MeterListener _listener = new();

    public OwnMeasurements()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == SendOnceTelemetry.Name)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            if (!_isOwn.Value)
                return;
            lock (_all)
                _all.Add($"{instrument.Name} {value} {string.Join(' ', tags.ToArray().Select(static tag => $"{tag.Key}={tag.Value}"))}".TrimEnd());
        });
        _listener.Start();
    }

    public IReadOnlyList<string> All
    {
        get
        {
            lock (_all)
                return [.. _all];
        }
    }

    public void Measure(Action act)
    {
        _isOwn.Value = true;
        act();
        _isOwn.Value = false;
    }

    public async Task<T> MeasureAsync<T>(Func<Task<T>> act)
    {
        // The value ends with this method.
        _isOwn.Value = true;
        return await act();
    }

    public void Dispose() => _listener.Dispose();
}
