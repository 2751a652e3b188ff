namespace Trackly.Sdk;

/// <summary>Specifies how a stream of messages is sent: <see cref="ITracklyClient.SendManyAsync"/>.</summary>
public sealed class SendManyOptions
{
    /// <summary>Gets or sets how many messages are sent at once, from 1 to 1,000. Default 16.</summary>
    public int MaxConcurrency { get; set; } = 16;

    /// <summary>
    /// Gets or sets how many messages a minute start for one list, 1 or more. Default 17,000, the rate at which Trackly sends from a list: it drops messages that wait there for
    /// more than 30 minutes, without an error. Streams of one client that set the same number share the pace of a list. Null means no limit.
    /// </summary>
    public int? MaxPerMinutePerList { get; set; } = 17_000;

    /// <summary>
    /// Gets or sets the receiver of progress reports: at most ten a second, and one at the end, on the threads that send. An exception that it throws is ignored. Null, the
    /// default, means no reports.
    /// </summary>
    public IProgress<SendProgress>? Progress { get; set; }

    /// <summary>Gets or sets the options for the call of each message. Null, the default, means those of the client.</summary>
    public TracklyRequestOptions? Request { get; set; }
}
