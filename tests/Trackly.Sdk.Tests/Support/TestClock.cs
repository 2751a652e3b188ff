using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace Trackly.Sdk.Tests.Support;

/// <summary>A clock that the test advances, and that records every wait.</summary>
internal class TestClock : FakeTimeProvider
{
    private readonly ConcurrentQueue<(TimeSpan Wait, DateTimeOffset End)> _waits = [];

    public TestClock()
        : base(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>Every wait in order, and when it ends: timeouts, and delays between attempts.</summary>
    public IReadOnlyCollection<(TimeSpan Wait, DateTimeOffset End)> Waits => _waits;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime != Timeout.InfiniteTimeSpan)
            _waits.Enqueue((dueTime, GetUtcNow() + dueTime));
        return timer;
    }
}
