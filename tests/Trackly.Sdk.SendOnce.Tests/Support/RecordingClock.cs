using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace Trackly.Sdk.SendOnce.Tests.Support;

/// <summary>A clock that the test advances, and that records every wait.</summary>
internal sealed class RecordingClock() : FakeTimeProvider(DateTimeOffset.UnixEpoch)
{
    private readonly ConcurrentQueue<TimeSpan> _waits = [];

    public IReadOnlyCollection<TimeSpan> Waits => _waits;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != Timeout.InfiniteTimeSpan)
            _waits.Enqueue(dueTime);
        return base.CreateTimer(callback, state, dueTime, period);
    }
}
