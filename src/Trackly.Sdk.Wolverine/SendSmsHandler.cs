using System.Data.Common;
using Wolverine;
using Wolverine.Attributes;
using Wolverine.ErrorHandling;
using Wolverine.Runtime.Handlers;

namespace Trackly.Sdk;

/// <summary>
/// Handles <see cref="SendSms"/>. <c>UseTrackly</c> adds it. It takes part in no transaction: what was sent must not be forgotten when something else
/// fails.
/// </summary>
/// <param name="sendOnce">Sends each key at most once.</param>
/// <param name="options">Say how often a message that is not sent is tried.</param>
[NonTransactional]
public sealed class SendSmsHandler(ITracklySendOnce sendOnce, SendSmsOptions options)
{
    /// <summary>Sets what Wolverine does with exceptions of this handler, and of no other.</summary>
    /// <param name="chain">The chain of the handler.</param>
    public static void Configure(HandlerChain chain)
    {
        ArgumentNullException.ThrowIfNull(chain);
        // Nothing was sent: the database was away before the claim.
        chain.OnException<DbException>().ScheduleRetryIndefinitely(
            TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2));
        // The process stops, or the handler took longer than Wolverine permits. The row knows what became of the message.
        chain.OnException<OperationCanceledException>().ScheduleRetryIndefinitely(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
        // A repeat would meet the same.
        chain.OnException<SmsNotSentException>().MoveToErrorQueue();
        chain.OnException<SendOnceConflictException>().MoveToErrorQueue();
        chain.OnException<ArgumentException>().MoveToErrorQueue();
    }

    /// <summary>Sends the message, or finds in the row of its key what became of it.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The event that says what became of it, or the message itself, to be tried later.</returns>
    /// <exception cref="SmsNotSentException">The message was tried too often.</exception>
    public async Task<OutgoingMessages> HandleAsync(SendSms message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var result = await sendOnce.SendAsync(message.Key, message.Request, cancellationToken).ConfigureAwait(false);
        OutgoingMessages outgoing = [];
        switch (result.Outcome)
        {
            case SendOnceOutcome.Accepted:
                outgoing.Add(new SmsAccepted(message.Key, result.MessageId));
                break;
            case SendOnceOutcome.Rejected:
                outgoing.Add(new SmsRejected(message.Key, result.ErrorCode?.Value));
                break;
            case SendOnceOutcome.InProgress:
                outgoing.Delay(message, SendSmsDelay.ComputeForLease(result.RetryAfter));
                break;
            case SendOnceOutcome.NotSent:
                outgoing.Delay(CountUp(message, result), SendSmsDelay.Compute(options, message.NotSentCount + 1, result.RetryAfter,
                    Random.Shared.NextDouble()));
                break;
            default:
                outgoing.Add(new SmsUnknown(message.Key));
                break;
        }

        return outgoing;
    }

    private SendSms CountUp(SendSms message, SendOnceResult result)
    {
        var count = message.NotSentCount + 1;
        // A replayed dead letter is tried again, once for each replay.
        return count % options.MaxAttempts == 0 ? throw new SmsNotSentException(count, result.Failure) : message with { NotSentCount = count };
    }
}
