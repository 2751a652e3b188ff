using System.Collections.Concurrent;
using Trackly.Sdk;

namespace Campaign;

/// <summary>
/// Sends each row under a key of its own. Whatever ends a run, Ctrl-C or a crash, the same command goes on: a row that was sent is not sent again, and a row whose sender died is
/// unknown until a person decides.
/// </summary>
internal sealed class CampaignRun(ITracklySendOnce sendOnce, Pace pace, CampaignSettings settings, string listNumber, ResultsFile results)
{
    private readonly ConcurrentQueue<RowResult> _inProgress = [];

    public Tally Tally { get; } = new();

    public ConcurrentQueue<string> UnknownRows { get; } = [];

    /// <param name="rows">The rows.</param>
    /// <param name="onRow">What happens after each row.</param>
    /// <param name="stop">Starts no further row. Those that are being sent end as they end.</param>
    public async Task SendAsync(IEnumerable<CampaignRow> rows, Action onRow, CancellationToken stop)
    {
        try
        {
            await Parallel.ForEachAsync(rows, new ParallelOptions { MaxDegreeOfParallelism = settings.Concurrency, CancellationToken = stop }, async (row, _) =>
            {
                Settle(await SendAsync(row, stop), onRow);
            });
            // What a run was sending that was killed: it is unknown when the time is over in which that run could still finish.
            while (!_inProgress.IsEmpty)
            {
                RowResult[] waiting = [.. _inProgress];
                _inProgress.Clear();
                await Task.Delay(waiting.Max(static result => result.Wait) ?? TimeSpan.FromSeconds(1), stop);
                foreach (var result in waiting)
                    Settle(await SendAsync(result.Row, stop), onRow);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Ctrl-C.
        }
    }

    private async Task<RowResult> SendAsync(CampaignRow row, CancellationToken stop)
    {
        var key = $"{settings.KeyPrefix}/{row.Id}";
        try
        {
            // A row that was sent in an earlier run waits for nothing.
            if (await sendOnce.FindAsync(key, stop) is null or { Outcome: SendOnceOutcome.NotSent })
                await pace.WaitAsync(stop);
            var result = RowResult.Create(row, await sendOnce.SendAsync(key, new SendRequest(row.To, listNumber, row.Text), CancellationToken.None));
            if (!result.IsAboutTheAccount)
                return result;
            // Nothing is wrong with the row: a later run sends it, when the key or the account is in order.
            await sendOnce.ResolveAsync(key, SendOnceOutcome.NotSent, cancellationToken: CancellationToken.None);
            return result with { Outcome = SendOnceOutcome.NotSent };
        }
        catch (SendOnceConflictException)
        {
            return RowResult.CreateChanged(row, await sendOnce.FindAsync(key, CancellationToken.None));
        }
        catch (ArgumentException exception)
        {
            return new RowResult(row, SendOnceOutcome.Rejected, null, exception.Message, Earlier: false, Wait: null);
        }
    }

    private void Settle(RowResult result, Action onRow)
    {
        if (result.Outcome == SendOnceOutcome.InProgress)
        {
            _inProgress.Enqueue(result);
            return;
        }

        results.Add(result);
        Tally.Add(result.Outcome, result.Earlier);
        if (result.Outcome == SendOnceOutcome.Unknown)
            UnknownRows.Enqueue(result.Row.Id);
        onRow();
    }
}
