using System.Runtime.ExceptionServices;
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

        var (settlement, failure) = await TransmitAsync(request, cancellationToken).ConfigureAwait(false);
        var result = await SettleAsync(claim, settlement, failure).ConfigureAwait(false);
        if (failure is OperationCanceledException && cancellationToken.IsCancellationRequested)
            ExceptionDispatchInfo.Throw(failure);
        return result;
    }

    private async Task<(Settlement Settlement, Exception? Failure)> TransmitAsync(SendRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var response = await send(request, cancellationToken).ConfigureAwait(false);
            return (new Settlement(SendOnceOutcome.Accepted, response.MessageId), null);
        }
        catch (Exception exception)
        {
            return (ClientFailure.ToSettlement(exception), exception);
        }
    }

    /// <summary>What became of the message is known, whatever the database says.</summary>
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
            pending.Add(claim, settlement);
            SendOnceLog.SettleFailed(
                telemetry.Log, outcome, claim.Key, SendOnceLog.FormatMessageId(settlement.MessageId), SendOnceTags.FormatType(exception));
            SendOnceTelemetry.CountSettleFailure(settlement.Outcome);
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
