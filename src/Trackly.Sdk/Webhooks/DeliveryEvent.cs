namespace Trackly.Sdk;

/// <summary>Represents a <c>delivery</c> event, which reports the status of a queued message.</summary>
/// <remarks>Trackly reports what a provider reports. A message that is dropped before it reaches a provider most likely gets no event.</remarks>
public sealed class DeliveryEvent : TracklyWebhookEvent
{
    private DeliveryEvent(WebhookPayload payload, string messageId, DeliveryStatus status)
        : base(payload, EventHash.Compute("delivery", messageId, status.Value, payload["timestamp"]))
    {
        MessageId = messageId;
        Status = status;
        StatusDetail = payload["status_detail"];
        To = payload["to"];
        ListNumber = payload["list_number"];
        Provider = payload["provider"];
    }

    /// <summary>Gets the id that the send returned. Never empty: a <c>delivery</c> without an id is an <see cref="UnknownWebhookEvent"/>.</summary>
    public string MessageId { get; }

    /// <summary>Gets the status of the message. Never empty: a <c>delivery</c> without a status is an <see cref="UnknownWebhookEvent"/>.</summary>
    public DeliveryStatus Status { get; }

    /// <summary>Gets the provider's own name of the status, for example <c>DELIVERED_TO_HANDSET</c>. Null when it is missing or not a string.</summary>
    public string? StatusDetail { get; }

    /// <summary>Gets the phone number of the recipient. Null when it is missing or not a string.</summary>
    public string? To { get; }

    /// <summary>Gets the phone number of the sending list. Null when it is missing or not a string.</summary>
    public string? ListNumber { get; }

    /// <summary>Gets the provider that carried the message, for example <c>infobip</c>. Null when it is missing or not a string.</summary>
    public string? Provider { get; }

    /// <summary>Returns the id and the status, without a phone number.</summary>
    /// <returns>A string for logs.</returns>
    public override string ToString() => $"{nameof(DeliveryEvent)} {{ MessageId = {Redaction.RedactMessageId(MessageId)}, Status = {Status} }}";

    internal static TracklyWebhookEvent Create(WebhookPayload payload) => (payload["message_id"], payload["status"]) switch
    {
        (null or "", _) => new UnknownWebhookEvent(payload, "message_id must be a string that is not empty."),
        (_, null or "") => new UnknownWebhookEvent(payload, "status must be a string that is not empty."),
        var (messageId, status) => new DeliveryEvent(payload, messageId, new DeliveryStatus(status)),
    };
}
