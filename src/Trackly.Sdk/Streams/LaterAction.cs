namespace Trackly.Sdk.Streams;

/// <summary>Does something once, some time later.</summary>
internal sealed class LaterAction(Action action)
{
    private ITimer? _timer;

    public void Start(TimeProvider clock, TimeSpan time)
    {
        _timer = clock.CreateTimer(static later => ((LaterAction)later!).Run(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(time, Timeout.InfiniteTimeSpan);
    }

    private void Run()
    {
        _timer!.Dispose();
        action();
    }
}
