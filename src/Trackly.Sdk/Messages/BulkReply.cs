namespace Trackly.Sdk.Messages;

/// <summary>What a bulk response says, before it is known which message an error belongs to.</summary>
internal sealed record BulkReply(int QueuedCount, int ErrorCount, IReadOnlyList<BulkError> Errors)
{
    /// <summary>Returns the name of the type alone: what a server writes may repeat the request.</summary>
    public override string ToString() => nameof(BulkReply);
}
