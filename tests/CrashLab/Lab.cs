using System.Diagnostics;
using System.Net;
using Trackly.Sdk.Testing;

namespace Trackly.Sdk.CrashLab;

/// <summary>One run: a queue, workers that die, and the reconciliation.</summary>
internal static class Lab
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    public static async Task<int> RunAsync(LabSettings settings, Database wanted, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        await using var emulator = await StartEmulatorAsync(settings);
        await using var place = await Place.CreateAsync(wanted);
        var client = new Account(emulator.BaseAddress).CreateClient();
        await using var sendOnce = new TracklySendOnce(client, place.Source, place.Database.CreateOptions());
        await sendOnce.EnsureSchemaAsync(limit.Token);
        await new JobQueue(place.Database, place.Source).FillAsync(settings.Messages);

        using var workers = new Workers(settings, place.Database, emulator.BaseAddress);
        workers.Start();
        using var finished = CancellationTokenSource.CreateLinkedTokenSource(limit.Token);
        var killing = KillAsync(settings, emulator, workers, finished.Token);
        await WaitForQueueAsync(new JobQueue(place.Database, place.Source), limit.Token);
        await finished.CancelAsync();
        await killing;
        await workers.WaitAsync(limit.Token);

        await ExpireAsync(sendOnce, place, limit.Token);
        var report = await Reconciliation.CreateAsync(settings, place, emulator, workers.Killed);
        Console.WriteLine(report.Format(place.Database.Store, settings, watch.Elapsed));
        foreach (var discrepancy in report.Discrepancies.Take(20))
            Console.WriteLine($"!! {discrepancy}");
        return report.Discrepancies.Count == 0 ? 0 : 1;
    }

    /// <summary>Responses that take a while, so that workers die in flight, and now and then a refusal that may be tried again.</summary>
    private static async Task<TracklyEmulator> StartEmulatorAsync(LabSettings settings)
    {
        var emulator = await TracklyEmulator.StartAsync(new TracklyEmulatorOptions { MaxMessages = settings.Messages * 2, Seed = settings.Seed });
        var random = new Random(settings.Seed);
        bool Draw(int every)
        {
            lock (random)
                return random.Next(every) == 0;
        }

        emulator.When(_ => Draw(2)).After(TimeSpan.FromMilliseconds(15)).Accepts();
        emulator.When(_ => Draw(40)).RespondsWith(HttpStatusCode.TooManyRequests);
        return emulator;
    }

    /// <summary>Kills a worker the moment a drawn message is queued: its response is on the way.</summary>
    private static async Task KillAsync(LabSettings settings, TracklyEmulator emulator, Workers workers, CancellationToken cancellationToken)
    {
        var random = new Random(settings.Seed);
        var left = random.Next(settings.KillEvery * 2);
        try
        {
            await foreach (var _ in emulator.WatchAsync(cancellationToken))
            {
                if (left-- > 0)
                    continue;
                workers.Kill(random);
                left = random.Next(settings.KillEvery * 2);
            }
        }
        catch (OperationCanceledException)
        {
            // The queue is empty.
        }
    }

    /// <summary>
    /// A worker that died after its job was done, and before its outcome was stored, leaves a key that is sending until its lease ends.
    /// </summary>
    private static async Task ExpireAsync(TracklySendOnce sendOnce, Place place, CancellationToken cancellationToken)
    {
        var sending = $"SELECT count(*) FROM {place.Database.GetTable("trackly_send_once")} WHERE state = 'sending'";
        while ((await Database.ReadAsync(place.Source, sending, static reader => reader.GetInt64(0))).Single() > 0)
        {
            await Task.Delay(500, cancellationToken);
            await foreach (var _ in sendOnce.FindUnknownAsync(cancellationToken))
            {
                // Reading marks what has expired.
            }
        }
    }

    private static async Task WaitForQueueAsync(JobQueue queue, CancellationToken cancellationToken)
    {
        while (!await queue.IsDoneAsync())
            await Task.Delay(200, cancellationToken);
    }
}
