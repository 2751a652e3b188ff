namespace Trackly.Sdk;

/// <summary>Represents an event that Trackly posts to a webhook: a delivery report, an opt-out, a reply, or one that this SDK does not know.</summary>
/// <remarks>
/// Source: <see href="https://docs.tracklysms.com/api-reference/v2/webhooks/events"/>. Trackly repeats an event after 1, 5, 15, 60 and 120 minutes
/// until it gets a 2xx response, and promises no order: an event can arrive twice, late, and before the send it belongs to has returned.
/// </remarks>
public abstract class TracklyWebhookEvent
{
    private protected TracklyWebhookEvent(WebhookPayload payload, string deduplicationKey)
    {
        RawJson = payload.RawJson;
        EventName = payload["event"];
        Timestamp = WebhookTimestamp.Parse(payload["timestamp"]);
        DeduplicationKey = deduplicationKey;
    }

    /// <summary>
    /// Gets the event as Trackly sent it, for fields that this SDK does not know. <see cref="Parse(string)"/> parses it again. Holds phone numbers: do not
    /// log it.
    /// </summary>
    public string RawJson { get; }

    /// <summary>Gets the value of <c>event</c>, for example <c>delivery</c>. Null when it is missing or not a string.</summary>
    public string? EventName { get; }

    /// <summary>
    /// Gets when the event happened, in UTC. A time without a zone is read as UTC. Null when it is missing or not an ISO 8601 date and time.
    /// </summary>
    public DateTimeOffset? Timestamp { get; }

    /// <summary>
    /// Gets a string that is the same for each repetition of an event and different for different events: 64 characters that contain nothing private.
    /// </summary>
    public string DeduplicationKey { get; }

    /// <summary>Parses the body of a webhook request.</summary>
    /// <param name="json">The body, encoded as UTF-8. A byte order mark is skipped.</param>
    /// <returns>The event. <see cref="UnknownWebhookEvent"/> for a JSON object of any other content.</returns>
    /// <exception cref="FormatException">The body is not a JSON object. The message says why and quotes nothing of the body.</exception>
    public static TracklyWebhookEvent Parse(ReadOnlySpan<byte> json) => Create(WebhookPayload.Parse(json));

    /// <summary>Parses an event that was stored as <see cref="RawJson"/>.</summary>
    /// <param name="json">The JSON object.</param>
    /// <returns>The event. <see cref="UnknownWebhookEvent"/> for a JSON object of any other content.</returns>
    /// <exception cref="FormatException">The string is not a JSON object. The message says why and quotes nothing of the string.</exception>
    public static TracklyWebhookEvent Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Create(WebhookPayload.Parse(json));
    }

    /// <summary>Returns the name of the type, without a value of the event.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => GetType().Name;

    private static TracklyWebhookEvent Create(WebhookPayload payload) => payload["event"] switch
    {
        "delivery" => DeliveryEvent.Create(payload),
        "unsubscribe" => UnsubscribeEvent.Create(payload),
        "reply" => new ReplyEvent(payload),
        null => new UnknownWebhookEvent(payload, "event must be a string."),
        _ => new UnknownWebhookEvent(payload, problem: null),
    };
}
