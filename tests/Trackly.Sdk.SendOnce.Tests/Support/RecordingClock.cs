using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.SendOnce.Tests.Support;

/// <summary>A clock that the test advances, and that records every wait.</summary>
internal sealed class RecordingClock() : FakeTimeProvider(DateTimeOffset.UnixEpoch)
{
    private readonly ConcurrentQueue<TimeSpan> _waits = [];

    public IReadOnlyCollection<TimeSpan> Waits => _waits;

    /// <summary>Waits until so many waits have started, and lets the last of them end.</summary>
    public async Task EndWaitAsync(int number)
    {
        await WaitLimit.UntilAsync(() => _waits.Count >= number, $"wait {number} starts");
        Advance(_waits.ElementAt(number - 1));
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime != Timeout.InfiniteTimeSpan)
            _waits.Enqueue(dueTime);
        return timer;
    }
}
