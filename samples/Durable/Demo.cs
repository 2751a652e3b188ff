using Microsoft.Data.Sqlite;
using Trackly.Sdk;
using Trackly.Sdk.Testing;

namespace Durable;

/// <summary>Twenty orders, and a worker that dies while it sends.</summary>
internal static class Demo
{
    private const int Count = 20;
    private const string Unlucky = "A-7";

    public static async Task<int> RunAsync(Settings settings, CancellationToken cancellationToken)
    {
        settings = settings with { File = Path.Combine(Path.GetTempPath(), $"trackly-durable-demo-{Guid.NewGuid():N}.db") };
        try
        {
            return await RunOnAsync(settings, cancellationToken);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            foreach (var file in (string[])[settings.File, $"{settings.File}-wal", $"{settings.File}-shm"])
                File.Delete(file);
        }
    }

    private static async Task<int> RunOnAsync(Settings settings, CancellationToken cancellationToken)
    {
        await using var emulator = await TracklyEmulator.StartAsync(cancellationToken: cancellationToken);
        // The response to one message takes long enough to kill its sender before it arrives.
        emulator.When(static request => request.Metadata?.GetProperty("order").GetString() == Unlucky).After(TimeSpan.FromSeconds(3)).Accepts();
        settings = settings with { Emulator = emulator.BaseAddress };
        await using var app = await OrdersApi.StartAsync(settings, "http://127.0.0.1:0", cancellationToken);
        var sendOnce = app.Services.GetRequiredService<ITracklySendOnce>();
        if (await sendOnce.FindAsync(Orders.GetKey(Unlucky), cancellationToken) is not null)
        {
            Console.Error.WriteLine("--postgres names a database that has the orders of an earlier demonstration, which are not sent again. Use an empty database.");
            return 1;
        }

        using var workers = new Workers(settings);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // Watches from before the first order, because the late response takes only three seconds.
        var killing = KillSenderAsync(emulator, sendOnce, workers, stopping.Token);
        try
        {
            await SaveOrdersAsync(new Uri(app.Urls.First()), cancellationToken);
        }
        catch
        {
            // An order that is not saved is never sent: stops watching for its sender before the workers and the emulator are disposed.
            await stopping.CancelAsync();
            await ((Task)killing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        if (!await killing)
        {
            Console.Error.WriteLine("--postgres names a database that a worker of another program sends from. Stop that worker, and use an empty database.");
            return 1;
        }

        var reconciliation = new Reconciliation(emulator, sendOnce, Count, Unlucky);
        await reconciliation.WaitAsync(cancellationToken);
        return await reconciliation.PrintAsync(cancellationToken);
    }

    private static async Task SaveOrdersAsync(Uri api, CancellationToken cancellationToken)
    {
        using var browser = new HttpClient { BaseAddress = api };
        for (var number = 1; number <= Count; number++)
        {
            using var response = await browser.PostAsJsonAsync("/orders", new Order($"A-{number}", "+14155551234"), cancellationToken);
            response.EnsureSuccessStatusCode();
        }

        Console.WriteLine($"{Count} orders are saved.");
    }

    /// <summary>Kills the worker that sends the unlucky message, and returns true. Returns false if the sender is a worker of another program.</summary>
    private static async Task<bool> KillSenderAsync(
        TracklyEmulator emulator, ITracklySendOnce sendOnce, Workers workers, CancellationToken cancellationToken)
    {
        while (true)
        {
            var row = await sendOnce.FindAsync(Orders.GetKey(Unlucky), cancellationToken);
            var sender = row is null ? null : workers.FindSender(row.Owner);
            if (row is not null && sender is null)
                return false;
            if (sender is not null && emulator.Messages.Any(static message => message.Metadata?.GetProperty("order").GetString() == Unlucky))
            {
                workers.Kill(sender);
                Console.WriteLine($"Worker {sender.Id} is killed while it sends the SMS of {Unlucky}: queued by Trackly, and the response never read.");
                return true;
            }

            await Task.Delay(50, cancellationToken);
        }
    }
}
