using Microsoft.Data.Sqlite;
using Trackly.Sdk;
using Trackly.Sdk.Testing;

namespace Campaign;

/// <summary>Connects the parts, runs the campaign and says where it stands.</summary>
internal static class CampaignProgram
{
    private const int MaxListed = 20;

    /// <returns>The exit code: 0 when every row is accepted or rejected, 1 when some are not, 2 when the command is refused, 130 after Ctrl-C.</returns>
    public static async Task<int> RunAsync(CampaignSettings settings, CancellationToken stop)
    {
        if (settings is { Csv: null, IsReal: true })
        {
            Console.Error.WriteLine("TRACKLY_API_KEY is set and no CSV file is named: rows that are made up are not sent to people. Name a file, remove the key, or set --emulator.");
            return 2;
        }

        await using var emulator = CampaignSettings.ApiKey is null && settings.Emulator is null ? await TracklyEmulator.StartAsync(cancellationToken: stop) : null;
        if (emulator is not null)
            Console.WriteLine("TRACKLY_API_KEY is not set: sending to an emulator on this machine. Nobody is texted.");
        using var client = new TracklyClient(CreateOptions(settings, emulator));
        using var database = SqliteFactory.Instance.CreateDataSource($"Data Source={settings.Database}");
        await using var sendOnce = new TracklySendOnce(client, database, new SendOnceOptions { Lease = TimeSpan.FromSeconds(20) });
        await sendOnce.EnsureSchemaAsync(stop);

        using var results = new ResultsFile(settings.Results);
        using var pace = new Pace(settings.PerMinute);
        var run = new CampaignRun(sendOnce, pace, settings, CampaignSettings.ListNumber ?? emulator?.ListNumber ?? new TracklyEmulatorOptions().ListNumber, results);
        var total = CampaignRows.Read(settings.Csv).Count();
        await ProgressDisplay.ShowAsync(run, total, onRow => run.SendAsync(CampaignRows.Read(settings.Csv), onRow, stop));
        return Report(run, total, settings, stop.IsCancellationRequested);
    }

    /// <summary>The lease of send-once must be over the client's timeout: short ones, so that rows in doubt are known soon after a crash.</summary>
    private static TracklyClientOptions CreateOptions(CampaignSettings settings, TracklyEmulator? emulator)
    {
        var options = new TracklyClientOptions
        {
            ApiKey = CampaignSettings.ApiKey ?? emulator?.ApiKey ?? new TracklyEmulatorOptions().ApiKey,
            Timeout = TimeSpan.FromSeconds(15),
            AttemptTimeout = TimeSpan.FromSeconds(10),
        };
        if ((settings.Emulator ?? emulator?.BaseAddress) is { } address)
            options.BaseAddress = address;
        return options;
    }

    private static int Report(CampaignRun run, int total, CampaignSettings settings, bool stopped)
    {
        Console.WriteLine($"{run.Tally.Done} of {total} rows: {run.Tally}.");
        Console.WriteLine($"The outcome, id and error of each row are in {settings.Results}.");
        if (!run.UnknownRows.IsEmpty)
        {
            Console.WriteLine($"Unknown rows may have been sent. Look for them in the dashboard before you send them again: {string.Join(", ", run.UnknownRows.Take(MaxListed))}" +
                (run.UnknownRows.Count > MaxListed ? " and more." : "."));
        }

        if (stopped)
            Console.WriteLine("Stopped. Run the same command again to go on: no row is sent twice.");
        else if (run.Tally.NotSent > 0)
            Console.WriteLine("Run the same command again to send the rows that were not sent.");
        return stopped ? 130 : run.Tally.Done == total && run.Tally.Unknown + run.Tally.NotSent == 0 ? 0 : 1;
    }
}
