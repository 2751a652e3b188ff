namespace Trackly.Sdk;

/// <summary>Represents an event that this SDK does not know, or one without a required field, such as a <c>delivery</c> without an id.</summary>
public sealed class UnknownWebhookEvent : TracklyWebhookEvent
{
    internal UnknownWebhookEvent(WebhookPayload payload, string? problem)
        : base(payload, EventHash.Compute("unknown", payload.RawJson)) => Problem = problem;

    /// <summary>
    /// Gets the problem with a field that is missing or of the wrong type, for example <c>message_id must be a string that is not empty.</c> Null when the event itself
    /// is not known.
    /// </summary>
    public string? Problem { get; }
}
