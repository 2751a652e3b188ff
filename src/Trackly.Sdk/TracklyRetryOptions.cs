namespace Trackly.Sdk;

/// <summary>What is tried again, how often, and after which wait.</summary>
public sealed class TracklyRetryOptions
{
    /// <summary>What may be tried again. Default <see cref="TracklyRetryMode.Standard"/>.</summary>
    public TracklyRetryMode Mode { get; set; } = TracklyRetryMode.Standard;

    /// <summary>How many tries may follow the first one. Default 3; 0 switches retries off.</summary>
    public int MaxRetryAttempts { get; set; } = 3;

    /// <summary>The wait before the first retry; it doubles from retry to retry, with jitter. Default 500 ms, at most one day.</summary>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest wait between two tries. A <c>Retry-After</c> that asks for more is not waited for: the call fails at once. Default 30 s, at most one day.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(30);
}
