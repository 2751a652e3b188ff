using System.Text.Json;

namespace Trackly.Sdk;

/// <summary>Trackly's answer to an accepted message, and what happened on the way to it.</summary>
/// <remarks>Source: <see href="https://docs.tracklysms.com/api-reference/v2/messages/send-single"/>.</remarks>
public sealed record SendResponse
{
    /// <summary>Whether the message was queued. True on every response this SDK returns: <c>success: false</c> is a <see cref="TracklyApiException"/>.</summary>
    public bool Success { get; init; } = true;

    /// <summary>The id that tracks delivery and clicks; eight characters today, and no format is relied upon.</summary>
    public required string MessageId { get; init; }

    /// <summary>The status of the message: <see cref="MessageStatus.Queued"/> on success.</summary>
    public MessageStatus Status { get; init; } = MessageStatus.Queued;

    /// <summary>Every attempt of this call in order; the last is the accepted one.</summary>
    public IReadOnlyList<SendAttempt> Attempts { get; init; } = [];

    /// <summary>
    /// Whether an earlier attempt of this call may have been queued too, so that the recipient may get the text twice. False whenever the first
    /// attempt was the accepted one.
    /// </summary>
    public bool MayBeDuplicate => Attempts.Any(static attempt => attempt.Outcome == SendOutcome.Unknown);

    /// <summary>Members of the answer that this version of the SDK does not know, by their JSON name. Empty when there are none.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = NoProperties;

    internal static IReadOnlyDictionary<string, JsonElement> NoProperties { get; } = new Dictionary<string, JsonElement>();

    /// <summary>Names the message id, the status and the number of attempts; an id or status that does not look like one is <c>***</c>.</summary>
    /// <returns>A text without a phone number, message text or metadata.</returns>
    public override string ToString() => $"SendResponse {{ MessageId = {Redaction.Id(MessageId)}, Status = {Status}, Attempts = {Attempts.Count} }}";
}
