using System.Threading.RateLimiting;

namespace Trackly.Sdk.Streams;

/// <summary>
/// The pace of one list. A message takes a permit and holds it for a second or a little longer, so that within any such time no more messages start than there are permits.
/// The limiter of System.Threading.RateLimiting that counts permits keeps the queue; those that count time do not accept another clock.
/// </summary>
internal sealed class ListPace(TimeProvider clock) : IDisposable
{
    private const int SecondsPerMinute = 60;

    private readonly object _lock = new();
    private readonly Dictionary<int, ConcurrencyLimiter> _permits = [];
    private long _pauseStart;
    private TimeSpan _pause;

    /// <summary>Gets or sets how many messages wait here or hold a permit, and whether a pause runs. The pacer guards it: at zero the list is forgotten.</summary>
    public int Users { get; set; }

    /// <summary>Gets what is left of the pause. Zero or less when none runs.</summary>
    public TimeSpan RemainingPause
    {
        get
        {
            lock (_lock)
                return _pause - clock.GetElapsedTime(_pauseStart);
        }
    }

    /// <summary>Returns how long a message holds its permit.</summary>
    public static TimeSpan GetHoldTime(int perMinute) => TimeSpan.FromSeconds((double)CountPermits(perMinute) * SecondsPerMinute / perMinute);

    /// <summary>Pauses the list. A pause that ends later stays.</summary>
    public void Pause(TimeSpan time)
    {
        lock (_lock)
        {
            if (time > RemainingPause)
                (_pauseStart, _pause) = (clock.GetTimestamp(), time);
        }
    }

    /// <summary>Waits until a message may start.</summary>
    /// <returns>The permit, and how long it has to be held. Null without a limit.</returns>
    public async ValueTask<(RateLimitLease Permit, TimeSpan Hold)?> WaitAsync(int? perMinute, CancellationToken cancellationToken)
    {
        while (true)
        {
            while (RemainingPause is var pause && pause > TimeSpan.Zero)
                await DelayAsync(RoundUp(pause), cancellationToken).ConfigureAwait(false);
            if (perMinute is not { } rate)
                return null;
            var permit = await GetPermits(rate).AcquireAsync(1, cancellationToken).ConfigureAwait(false);
            if (RemainingPause <= TimeSpan.Zero)
                return (permit, GetHoldTime(rate));
            permit.Dispose();
        }
    }

    public void Dispose()
    {
        foreach (var permits in _permits.Values)
            permits.Dispose();
    }

    /// <summary>Rounds up to milliseconds. A delay of less than one would be over at once, and the loop would spin until the clock goes on.</summary>
    private static TimeSpan RoundUp(TimeSpan time) => TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds));

    /// <summary>Returns how many messages may start in one second, rounded up.</summary>
    private static int CountPermits(int perMinute) => (int)(((long)perMinute + SecondsPerMinute - 1) / SecondsPerMinute);

    /// <summary>Returns the permits of a limit. Streams with the same limit share them; one with another limit would hold them for too short or too long.</summary>
    private ConcurrencyLimiter GetPermits(int perMinute)
    {
        lock (_lock)
        {
            if (!_permits.TryGetValue(perMinute, out var permits))
            {
                _permits.Add(perMinute, permits = new ConcurrencyLimiter(new ConcurrencyLimiterOptions
                {
                    PermitLimit = CountPermits(perMinute),
                    QueueLimit = int.MaxValue,
                    QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
                }));
            }

            return permits;
        }
    }

#if NET
    private Task DelayAsync(TimeSpan time, CancellationToken cancellationToken) => Task.Delay(time, clock, cancellationToken);
#else
    private Task DelayAsync(TimeSpan time, CancellationToken cancellationToken) => clock.Delay(time, cancellationToken);
#endif
}
