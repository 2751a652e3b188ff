namespace Trackly.Sdk;

/// <summary>Represents an <c>unsubscribe</c> event: a recipient opted out. Trackly has already stopped sending to this number from this list.</summary>
public sealed class UnsubscribeEvent : TracklyWebhookEvent
{
    private UnsubscribeEvent(WebhookPayload payload, string phoneNumber)
        : base(payload, EventHash.Compute("unsubscribe", phoneNumber, payload["list_number"], payload["timestamp"]))
    {
        PhoneNumber = phoneNumber;
        ListNumber = payload["list_number"];
        Keyword = payload["keyword"];
    }

    /// <summary>
    /// Gets the phone number that opted out. Never empty: an <c>unsubscribe</c> without a number is an <see cref="UnknownWebhookEvent"/>.
    /// </summary>
    public string PhoneNumber { get; }

    /// <summary>Gets the phone number of the sending list that it opted out of. Null when it is missing or not a string.</summary>
    public string? ListNumber { get; }

    /// <summary>
    /// Gets the word or phrase that the recipient sent, for example <c>STOP</c>. The set is open. Null when it is missing or not a string.
    /// </summary>
    public string? Keyword { get; }

    internal static TracklyWebhookEvent Create(WebhookPayload payload) => payload["phone_number"] is { Length: > 0 } phoneNumber
        ? new UnsubscribeEvent(payload, phoneNumber)
        : new UnknownWebhookEvent(payload, "phone_number must be a string that is not empty.");
}
