using System.Threading.RateLimiting;

namespace Campaign;

/// <summary>
/// Lets so many rows a minute start: what leaves faster than Trackly sends from a list waits there, and is dropped after 30 minutes. It counts the time that has passed,
/// not the ticks of a timer, so that every pace holds exactly. A row waits before its call starts, so that the wait is no part of the call's timeout.
/// </summary>
internal sealed class Pace : IDisposable
{
    private const int SecondsPerMinute = 60;

    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(20);

    private readonly TokenBucketRateLimiter _limiter;
    private readonly Timer _timer;

    public Pace(int perMinute)
    {
        var perPeriod = (int)Math.Ceiling(perMinute * Period.TotalMinutes);
        _limiter = new TokenBucketRateLimiter(new TokenBucketRateLimiterOptions
        {
            AutoReplenishment = false,
            TokenLimit = Math.Max(1, perMinute / SecondsPerMinute),
            TokensPerPeriod = perPeriod,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1) * perPeriod / perMinute,
            QueueLimit = int.MaxValue,
        });
        _timer = new Timer(_ => _limiter.TryReplenish(), null, Period, Period);
    }

    /// <summary>Waits until a row may start.</summary>
    public async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        using var lease = await _limiter.AcquireAsync(1, cancellationToken);
    }

    public void Dispose()
    {
        _timer.Dispose();
        _limiter.Dispose();
    }
}
