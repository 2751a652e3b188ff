namespace Trackly.Sdk.SendOnce.Store;

/// <summary>What became of a message, as the row keeps it.</summary>
internal sealed record Settlement(SendOnceOutcome Outcome, string? MessageId = null, TracklyErrorCode? ErrorCode = null)
{
    public static Settlement NotSent { get; } = new(SendOnceOutcome.NotSent);
}
