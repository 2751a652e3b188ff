namespace Trackly.Sdk.Tests.Support;

/// <summary>
/// A clock that steps at every read, forwards by anything between nothing and a year and now and then backwards, as on a machine that is paused, migrated or set. A timer is due when
/// a read has stepped past it; who waits reads.
/// </summary>
internal sealed class SteppingClock(int seed) : TimeProvider
{
    private readonly object _lock = new();
    private readonly Random _random = new(seed);
    private readonly List<SteppingTimer> _timers = [];
    private long _now = TimeSpan.FromDays(1000).Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp()
    {
        List<SteppingTimer> due;
        long now;
        lock (_lock)
        {
            now = _now += DrawStep();
            due = _timers.FindAll(timer => timer.Due <= now);
            _timers.RemoveAll(due.Contains);
        }

        foreach (var timer in due)
            ThreadPool.QueueUserWorkItem(static timer => ((SteppingTimer)timer!).Fire(), timer);
        return now;
    }

    public override DateTimeOffset GetUtcNow() => new(DateTime.UnixEpoch.Ticks + (GetTimestamp() % TimeSpan.FromDays(365_000).Ticks), TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SteppingTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private long DrawStep() => _random.Next(12) switch
    {
        0 => 0,
        < 6 => _random.Next(0, 1000),
        < 9 => TimeSpan.FromMilliseconds(_random.Next(1, 3000)).Ticks,
        9 => TimeSpan.FromSeconds(_random.Next(1, 100)).Ticks,
        10 => TimeSpan.FromHours(_random.Next(0, 9000)).Ticks,
        _ => -TimeSpan.FromMilliseconds(_random.Next(0, 5000)).Ticks,
    };

    private sealed class SteppingTimer(SteppingClock clock, TimerCallback callback, object? state) : ITimer
    {
        public long Due { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                clock._timers.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan)
                    return true;
                Due = clock._now + dueTime.Ticks;
                clock._timers.Add(this);
                return true;
            }
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
