namespace Trackly.Sdk;

/// <summary>Specifies what is retried, how often, and after which delay.</summary>
public sealed class TracklyRetryOptions
{
    /// <summary>Gets or sets what may be retried. Default <see cref="TracklyRetryMode.Standard"/>.</summary>
    public TracklyRetryMode Mode { get; set; } = TracklyRetryMode.Standard;

    /// <summary>Gets or sets how many attempts may follow the first one. Default 3; 0 disables retries.</summary>
    public int MaxRetryAttempts { get; set; } = 3;

    /// <summary>Gets or sets the wait before the first retry; it doubles from retry to retry, with jitter. Default 500 ms, at most one day.</summary>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// Gets or sets the longest wait between two attempts. If a <c>Retry-After</c> asks for more, the call fails at once instead. Default 30 s, at most one day.
    /// </summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(30);
}
