using System.Collections.Concurrent;
using Trackly.Sdk;

namespace WebApi;

/// <summary>
/// Keeps the latest status of each message, whichever arrives first: the response of the send or the delivery report. A real application keeps it in a table.
/// </summary>
internal sealed class MessageStates : ITracklyWebhookHandler
{
    private readonly ConcurrentDictionary<string, DeliveryStatus> _byMessageId = new();

    /// <summary>Keeps a status, unless one with a higher rank is known: a report that comes late or twice changes nothing.</summary>
    public void Keep(string messageId, DeliveryStatus status) =>
        _byMessageId.AddOrUpdate(messageId, status, (_, current) => status.Rank > current.Rank ? status : current);

    /// <summary>Null when nothing is known of the message.</summary>
    public MessageState? Find(string messageId) =>
        _byMessageId.TryGetValue(messageId, out var status) ? new MessageState(messageId, status.Value) : null;

    public Task HandleAsync(TracklyWebhookEvent webhookEvent, CancellationToken cancellationToken)
    {
        if (webhookEvent is DeliveryEvent delivery)
            Keep(delivery.MessageId, delivery.Status);
        return Task.CompletedTask;
    }
}
