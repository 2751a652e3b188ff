using System.Data.Common;
using Trackly.Sdk.SendOnce.Tests.Support;

namespace Trackly.Sdk.CrashLab;

/// <summary>A process that sends what the queue delivers, over connections that break now and then, until nothing is left or it is killed.</summary>
internal static class Worker
{
    /// <summary>One statement in so many breaks before it runs, and one after it ran.</summary>
    private const int BreaksEvery = 200;

    public static async Task<int> RunAsync(Database database, Account account, int seed, int tasks, CancellationToken cancellationToken)
    {
        await using var source = database.Open();
        await using var breaking = new WatchedDataSource(source);
        var random = new Random(seed);
        breaking.Before = breaking.After = _ => BreakNowAndThen(random);
        using var client = account.CreateClient();
        await using var sendOnce = new TracklySendOnce(client, breaking, database.CreateOptions());
        var queue = new JobQueue(database, source);
        await Task.WhenAll(Enumerable.Range(0, tasks).Select(_ => Task.Run(() => WorkAsync(queue, sendOnce, cancellationToken), cancellationToken)));
        return 0;
    }

    private static async Task WorkAsync(JobQueue queue, TracklySendOnce sendOnce, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await queue.TakeAsync() is { } job)
                await HandleAsync(queue, sendOnce, job, cancellationToken);
            else if (await queue.IsDoneAsync())
                return;
            else
                await Task.Delay(100, cancellationToken);
        }
    }

    private static async Task HandleAsync(JobQueue queue, TracklySendOnce sendOnce, Job job, CancellationToken cancellationToken)
    {
        try
        {
            var result = await sendOnce.SendAsync(job.Key, Account.CreateRequest(job.Key), cancellationToken);
            if (result.Outcome is SendOnceOutcome.NotSent or SendOnceOutcome.InProgress)
                await queue.PostponeAsync(job, result.RetryAfter ?? TimeSpan.FromMilliseconds(100));
            else
                await queue.CompleteAsync(job);
        }
        catch (DbException)
        {
            // Nothing was sent; the queue delivers the job again.
        }
    }

    private static void BreakNowAndThen(Random random)
    {
        lock (random)
        {
            if (random.Next(BreaksEvery) == 0)
                throw new BrokenConnectionException();
        }
    }
}
