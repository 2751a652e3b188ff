namespace Trackly.Sdk.Testing.Emulator.Accounts;

/// <summary>Counts the requests of an account within a second.</summary>
/// <remarks>
/// Trackly documents no limit today and no <c>Retry-After</c>. The emulator's choice: a second starts with its first request, and a request beyond
/// the limit is told to wait one second.
/// </remarks>
internal sealed class RateLimit
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly object _lock = new();
    private long _windowStart;
    private int _count;

    /// <returns>Whether the request is within the limit.</returns>
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
