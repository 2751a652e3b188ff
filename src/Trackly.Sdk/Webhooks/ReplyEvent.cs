namespace Trackly.Sdk;

/// <summary>Represents a <c>reply</c> event: a recipient sent a message that is not an opt-out.</summary>
/// <remarks>
/// The fields of this event are not documented. The properties read the obvious names, so each can be null;
/// <see cref="TracklyWebhookEvent.RawJson"/> has everything that Trackly sent.
/// </remarks>
public sealed class ReplyEvent : TracklyWebhookEvent
{
    internal ReplyEvent(WebhookPayload payload)
        : base(payload, EventHash.Compute("reply", payload.RawJson))
    {
        PhoneNumber = payload["phone_number"] ?? payload["from"];
        ListNumber = payload["list_number"];
        Body = payload["body"] ?? payload["text"] ?? payload["message"];
        MessageId = payload["message_id"];
    }

    /// <summary>Gets the phone number that replied: <c>phone_number</c>, or else <c>from</c>. Null when neither is a string.</summary>
    public string? PhoneNumber { get; }

    /// <summary>Gets the phone number of the sending list that received the reply: <c>list_number</c>. Null when it is not a string.</summary>
    public string? ListNumber { get; }

    /// <summary>Gets what the recipient wrote: <c>body</c>, or else <c>text</c>, or else <c>message</c>. Null when none is a string.</summary>
    public string? Body { get; }

    /// <summary>
    /// Gets the value of <c>message_id</c>. Whether it is the id of the reply or of the message replied to is not documented. Null when it is not a
    /// string.
    /// </summary>
    public string? MessageId { get; }
}
