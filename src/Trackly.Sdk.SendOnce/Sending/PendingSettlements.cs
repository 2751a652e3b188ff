using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Trackly.Sdk.SendOnce.Store;
using Trackly.Sdk.SendOnce.Telemetry;

namespace Trackly.Sdk.SendOnce.Sending;

/// <summary>
/// Outcomes that could not be stored at once. Each is tried again until the lease ends, and once more when the process stops in order.
/// </summary>
internal sealed class PendingSettlements(SendOnceStore store, TimeSpan lease, TimeProvider clock, ILogger log) : IAsyncDisposable
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(5);

    /// <summary>How often a stopping process tries, without a wait.</summary>
    private const int LastAttempts = 3;

    private readonly ConcurrentDictionary<Task, bool> _running = new();
    private readonly CancellationTokenSource _closing = new();

    /// <summary>How many are not stored yet.</summary>
    public int Count => _running.Count;

    public void Add(Claim claim, Settlement settlement)
    {
        var running = RunAsync(claim, settlement);
        _running.TryAdd(running, true);
        _ = running.ContinueWith(done => _running.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.None,
            TaskScheduler.Default);
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_running.Keys).ConfigureAwait(false);
    }

    private async Task RunAsync(Claim claim, Settlement settlement)
    {
        var (delay, attemptsLeft) = (FirstDelay, LastAttempts);
        for (var failures = 1; ; failures++)
        {
            await WaitAsync(delay).ConfigureAwait(false);
            try
            {
                if (await store.TrySettleAsync(claim, settlement, CancellationToken.None).ConfigureAwait(false))
                    SendOnceLog.SettledLate(log, SendOnceTags.FormatOutcome(settlement.Outcome), claim.Key, failures);
                else
                    ReportRefused(claim, settlement);
                return;
            }
            catch (Exception)
            {
                if (claim.Elapsed >= lease || (_closing.IsCancellationRequested && --attemptsLeft <= 0))
                {
                    SendOnceLog.SettleAbandoned(
                        log, SendOnceTags.FormatOutcome(settlement.Outcome), claim.Key, SendOnceLog.FormatMessageId(settlement.MessageId));
                    return;
                }
            }

            delay = delay * 2 < MaxDelay ? delay * 2 : MaxDelay;
        }
    }

    /// <summary>A claim that never reached the table, or was settled by the statement whose response was lost, is no news.</summary>
    private void ReportRefused(Claim claim, Settlement settlement)
    {
        if (settlement.Outcome != SendOnceOutcome.NotSent)
            SendOnceLog.SettleRefused(log, claim.Key, SendOnceTags.FormatOutcome(settlement.Outcome), SendOnceLog.FormatMessageId(
                settlement.MessageId));
    }

    private async Task WaitAsync(TimeSpan delay)
    {
        try
        {
            await Task.Delay(delay, clock, _closing.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The process stops: the last attempts are made now.
        }
    }
}
