using Trackly.Sdk.SendOnce.Store;
using Trackly.Sdk.SendOnce.Telemetry;

namespace Trackly.Sdk.SendOnce.Sending;

/// <summary>Who may send: the one call that claims the key. All others get their result from the row.</summary>
internal sealed class Claims(SendOnceStore store, Leases leases, PendingSettlements pending, SendOnceTelemetry telemetry)
{
    /// <summary>How often a row may change between two of our statements before the key counts as in use.</summary>
    private const int MaxRounds = 5;

    /// <summary>While the database is away, calls that sent nothing must not pile up: their keys become unknown when their leases end.</summary>
    private const int MaxPendingReleases = 1000;

    /// <returns>Null when the key is claimed and the message is to be sent.</returns>
    public async Task<SendOnceResult?> ClaimAsync(Claim claim, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(claim, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not SendOnceConflictException)
        {
            SendOnceLog.ClaimFailed(telemetry.Log, SendOnceTags.FormatType(exception));
            // The claim may be stored although its response was lost. Nothing was sent, so it is given back.
            if (claim.MayBeStored && pending.Count < MaxPendingReleases)
                pending.Add(claim, Settlement.NotSent);
            throw;
        }
    }

    private async Task<SendOnceResult?> RunAsync(Claim claim, CancellationToken cancellationToken)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            if (await store.TryClaimAsync(claim, cancellationToken).ConfigureAwait(false))
                return null;
            var row = await store.FindAsync(claim.Key, cancellationToken).ConfigureAwait(false);
            if (row is null)
                continue;
            if (row.Fingerprint != claim.Fingerprint)
                throw new SendOnceConflictException(claim.Key);

            if (row.Outcome == SendOnceOutcome.NotSent)
            {
                if (await store.TryTakeOverAsync(claim, cancellationToken).ConfigureAwait(false))
                    return null;
            }
            else if (Leases.HasEnded(row))
            {
                await leases.ExpireAsync(claim.Key, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                return CreateResult(row);
            }
        }

        return new SendOnceResult { Key = claim.Key, Outcome = SendOnceOutcome.InProgress };
    }

    private SendOnceResult CreateResult(SendOnceEntry row)
    {
        var isSettled = row.Outcome != SendOnceOutcome.InProgress;
        if (isSettled)
            SendOnceLog.Repeated(telemetry.Log, SendOnceTags.FormatOutcome(row.Outcome));
        return new SendOnceResult
        {
            Key = row.Key,
            Outcome = row.Outcome,
            MessageId = row.MessageId,
            ErrorCode = row.ErrorCode,
            AlreadySent = isSettled,
            RetryAfter = row.LeaseRemaining,
        };
    }
}
