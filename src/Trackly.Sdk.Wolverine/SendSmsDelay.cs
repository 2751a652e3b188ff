namespace Trackly.Sdk;

/// <summary>When a message is tried again.</summary>
internal static class SendSmsDelay
{
    /// <summary>What the wait after a lease adds, so that the next attempt finds the lease ended.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    /// <summary>Another call is sending: the time until its lease ends.</summary>
    public static TimeSpan ComputeForLease(TimeSpan? remaining) => (remaining ?? TimeSpan.Zero) + Margin;

    /// <param name="options">The limits.</param>
    /// <param name="notSentCount">How many attempts have failed, from 1.</param>
    /// <param name="retryAfter">What Trackly asked for. Null when it did not.</param>
    /// <param name="random">From 0 to 1: spreads the messages that failed together over half of the wait.</param>
    public static TimeSpan Compute(SendSmsOptions options, int notSentCount, TimeSpan? retryAfter, double random)
    {
        var doubled = options.BaseDelay * Math.Pow(2, Math.Min(notSentCount - 1, 30));
        var delay = doubled < options.MaxDelay ? doubled : options.MaxDelay;
        var spread = delay * (0.5 + random / 2);
        return retryAfter is { } asked && asked > spread ? asked : spread;
    }
}
