using Trackly.Sdk.SendOnce.Store;

namespace Trackly.Sdk.SendOnce.Sending;

/// <summary>Which key a delivery report is about: the one that has its message id, or a hint. Decides nothing.</summary>
internal sealed class DeliveryMatching(SendOnceStore store, Leases leases)
{
    /// <summary>By how much the clocks of Trackly and of the database may differ.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    /// <summary>For how long carriers try to deliver a message.</summary>
    private static readonly TimeSpan MaxDeliveryTime = TimeSpan.FromDays(3);

    public async Task<SendOnceMatch> FindAsync(
        DeliveryEvent delivery, Func<DeliveryEvent, CancellationToken, Task<IEnumerable<string>>> findKeys, CancellationToken cancellationToken)
    {
        // An id that no row keeps is in none.
        if (MessageIds.IsStorable(delivery.MessageId)
            && await store.FindByMessageAsync(delivery.MessageId, cancellationToken).ConfigureAwait(false) is { } entry)
            return new SendOnceMatch { Entry = entry };
        if (delivery.To is null || delivery.ListNumber is null)
            return new SendOnceMatch();

        List<SendOnceEntry> candidates = [];
        foreach (var key in (await findKeys(delivery, cancellationToken).ConfigureAwait(false)).Distinct(StringComparer.Ordinal))
        {
            SendOnceKey.Check(key);
            var row = await leases.FindAsync(key, cancellationToken).ConfigureAwait(false);
            if (row is { Outcome: SendOnceOutcome.Unknown } && Fits(row.ClaimedAt, delivery.Timestamp))
                candidates.Add(row);
        }

        return new SendOnceMatch { Candidates = [.. candidates.OrderByDescending(static row => row.ClaimedAt)] };
    }

    private static bool Fits(DateTimeOffset claimedAt, DateTimeOffset? reportedAt) =>
        reportedAt is not { } time || (time >= claimedAt - ClockTolerance && time <= claimedAt + MaxDeliveryTime);
}
