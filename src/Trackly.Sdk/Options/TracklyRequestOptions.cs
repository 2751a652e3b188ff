namespace Trackly.Sdk;

/// <summary>Specifies the options of one call, for an application that sends, for example, one-time passwords and newsletters through the same client.</summary>
public sealed class TracklyRequestOptions
{
    /// <summary>Gets or sets what the call may retry. Null, the default, means <see cref="TracklyRetryOptions.Mode"/> of the client.</summary>
    public TracklyRetryMode? RetryMode { get; set; }

    /// <summary>
    /// Gets or sets how long the whole call may take, waits between attempts included, from 10 ms to one day. Null, the default, means
    /// <see cref="TracklyClientOptions.Timeout"/> of the client.
    /// </summary>
    public TimeSpan? Timeout { get; set; }
}
