namespace Trackly.Sdk.Testing.Emulator.Accounts;

/// <summary>Counts the requests of an account within a second.</summary>
/// <remarks>
/// Trackly documents no limit today and no <c>Retry-After</c>. The emulator's choice: a second begins with the first request in it, and whoever comes too
/// late in it is told to wait for one.
/// </remarks>
internal sealed class RateLimit
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly object _lock = new();
    private long _windowStart;
    private int _count;

    /// <summary>Whether one more request fits.</summary>
    public bool TryAcquire(int max, TimeProvider clock)
    {
        lock (_lock)
        {
            var now = clock.GetTimestamp();
            if (_count == 0 || clock.GetElapsedTime(_windowStart, now) >= Second)
                (_windowStart, _count) = (now, 0);
            if (_count >= max)
                return false;
            _count++;
            return true;
        }
    }
}
