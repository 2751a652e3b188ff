namespace Trackly.Sdk;

/// <summary>
/// Handles the events that Trackly posts. Register it with the service collection, in any lifetime; each request has a scope of its own.
/// </summary>
/// <remarks>
/// An event can arrive twice, late, and before the send it belongs to has returned: use <see cref="TracklyWebhookEvent.DeduplicationKey"/> and
/// <see cref="DeliveryStatus.Rank"/>. Trackly waits for the response: store the event or put it into a queue, and do slow work elsewhere.
/// </remarks>
public interface ITracklyWebhookHandler
{
    /// <summary>Handles one event. When it throws, the response is 500 and Trackly repeats the event later.</summary>
    /// <param name="webhookEvent">The event.</param>
    /// <param name="cancellationToken">
    /// Canceled when the host stops. A caller that disconnects does not cancel it, because Trackly would repeat the event and might disconnect again.
    /// </param>
    /// <returns>A task that ends when the event is stored safely.</returns>
    Task HandleAsync(TracklyWebhookEvent webhookEvent, CancellationToken cancellationToken);
}
