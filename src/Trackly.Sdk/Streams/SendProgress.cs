namespace Trackly.Sdk;

/// <summary>Represents how far a stream of messages has got.</summary>
public sealed record SendProgress
{
    /// <summary>Gets how many messages were taken from the source. Each has a result, or will have one.</summary>
    public long Started { get; init; }

    /// <summary>Gets how many messages Trackly accepted.</summary>
    public long Accepted { get; init; }

    /// <summary>Gets how many messages Trackly refused.</summary>
    public long Rejected { get; init; }

    /// <summary>Gets how many messages are not queued and may be sent again.</summary>
    public long NotSent { get; init; }

    /// <summary>Gets how many messages may be queued.</summary>
    public long Unknown { get; init; }

    /// <summary>Gets the time since the stream started.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Gets how many messages a second got a result, on average since the stream started.</summary>
    public double PerSecond { get; init; }
}
