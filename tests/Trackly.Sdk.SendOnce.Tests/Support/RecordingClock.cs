using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace Trackly.Sdk.SendOnce.Tests.Support;

/// <summary>A clock that the test advances, and that records every wait.</summary>
internal sealed class RecordingClock() : FakeTimeProvider(DateTimeOffset.UnixEpoch)
{
    private readonly ConcurrentQueue<TimeSpan> _waits = [];

    public IReadOnlyCollection<TimeSpan> Waits => _waits;

    /// <summary>Waits until so many waits have started, and lets the last of them end.</summary>
    public async Task EndWaitAsync(int number, CancellationToken cancellationToken)
    {
        while (_waits.Count < number)
            await Task.Delay(1, cancellationToken);
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
