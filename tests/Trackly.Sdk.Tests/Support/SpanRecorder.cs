using System.Diagnostics;

namespace Trackly.Sdk.Tests.Support;

/// <summary>Records the SDK's spans as they end.</summary>
internal sealed class SpanRecorder : IDisposable
{
    private readonly List<Activity> _ended = [];
    private readonly ActivityListener _listener;

    public SpanRecorder(ActivitySamplingResult sampling = ActivitySamplingResult.AllData)
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Trackly.Sdk",
            Sample = (ref _) => sampling,
            ActivityStopped = _ended.Add,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public Activity Only => _ended.Should().ContainSingle().Subject;

    public void Dispose() => _listener.Dispose();
}
