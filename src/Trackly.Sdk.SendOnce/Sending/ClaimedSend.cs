using Trackly.Sdk.SendOnce.Store;
using Trackly.Sdk.SendOnce.Telemetry;

namespace Trackly.Sdk.SendOnce.Sending;

/// <summary>From a claim to its outcome: sends the message and stores what became of it.</summary>
internal sealed class ClaimedSend(
    Func<SendRequest, CancellationToken, Task<SendResponse>> send, SendOnceStore store, PendingSettlements pending, SendOnceTelemetry telemetry,
        TimeSpan lease)
{
    public async Task<SendOnceResult> RunAsync(Claim claim, SendRequest request, CancellationToken cancellationToken)
    {
        // A machine that was paused here may wake up after others took it for dead.
        var elapsed = claim.Elapsed;
        if (elapsed > lease / 3)
        {
            SendOnceLog.SendTooLate(telemetry.Log, (long)elapsed.TotalMilliseconds);
            return await SettleAsync(claim, Settlement.NotSent, failure: null).ConfigureAwait(false);
        }

        try
        {
            var response = await send(request, cancellationToken).ConfigureAwait(false);
            return await SettleAsync(claim, new Settlement(SendOnceOutcome.Accepted, response.MessageId), failure: null).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (cancellationToken.IsCancellationRequested)
        {
            await SettleAsync(claim, ClientFailure.ToSettlement(exception), exception).ConfigureAwait(false);
            throw;
        }
        catch (Exception exception)
        {
            return await SettleAsync(claim, ClientFailure.ToSettlement(exception), exception).ConfigureAwait(false);
        }
    }

    /// <summary>Never throws: what became of the message is known, whatever the database says.</summary>
    private async Task<SendOnceResult> SettleAsync(Claim claim, Settlement settlement, Exception? failure)
    {
        var outcome = SendOnceTags.FormatOutcome(settlement.Outcome);
        try
        {
            if (await store.TrySettleAsync(claim, settlement, CancellationToken.None).ConfigureAwait(false))
                SendOnceLog.Settled(telemetry.Log, outcome);
            else
                SendOnceLog.SettleRefused(telemetry.Log, claim.Key, outcome, SendOnceLog.FormatMessageId(settlement.MessageId));
        }
        catch (Exception exception)
        {
            SendOnceLog.SettleFailed(
                telemetry.Log, outcome, claim.Key, SendOnceLog.FormatMessageId(settlement.MessageId), SendOnceTags.FormatType(exception));
            SendOnceTelemetry.CountSettleFailure(settlement.Outcome);
            pending.Add(claim, settlement);
        }

        if (settlement.Outcome == SendOnceOutcome.Unknown)
            SendOnceLog.Unknown(telemetry.Log, claim.Key);
        return new SendOnceResult
        {
            Key = claim.Key,
            Outcome = settlement.Outcome,
            MessageId = settlement.MessageId,
            ErrorCode = settlement.ErrorCode,
            RetryAfter = settlement.Outcome == SendOnceOutcome.NotSent ? ClientFailure.FindRetryAfter(failure) : null,
            Failure = failure,
        };
    }
}
