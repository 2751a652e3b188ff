using Trackly.Sdk.Testing;

namespace Trackly.Sdk.CrashLab.Measuring;

/// <summary>
/// What send-once costs beside plain SendAsync, and beside the same work by hand: insert a row, send, update the row. Worker processes send in turns
/// of each kind, over one database and the emulator of this process.
/// </summary>
internal static class Measure
{
    public static async Task<int> RunAsync(MeasureSettings settings, Database wanted, CancellationToken cancellationToken)
    {
        await using var emulator = await TracklyEmulator.StartAsync(cancellationToken: cancellationToken);
        await using var place = await Place.CreateAsync(wanted);
        await using (var sendOnce = new TracklySendOnce(new Account(emulator.BaseAddress).CreateClient(), place.Source, place.Database.CreateOptions()))
            await sendOnce.EnsureSchemaAsync(cancellationToken);
        await SettledRows.CreateAsync(place, settings.Rows);

        Console.WriteLine(MeasuredCosts.Header);
        var isWithinTarget = true;
        foreach (var processes in settings.Processes)
        {
            using var senders = new SenderProcesses(processes, place.Database, emulator.BaseAddress);
            foreach (var concurrency in settings.Concurrencies)
            {
                var costs = new MeasuredCosts();
                for (var round = 0; round <= settings.Rounds; round++)
                {
                    var rates = new Dictionary<SenderKind, double>();
                    foreach (var kind in Enum.GetValues<SenderKind>())
                        rates[kind] = await senders.MeasureAsync(kind, concurrency, settings.Duration, cancellationToken);
                    // The first round warms up.
                    if (round > 0)
                        costs.Add(rates);
                }

                Console.WriteLine(costs.Format(wanted.Store, settings.Rows, processes, concurrency));
                isWithinTarget &= costs.IsWithinTarget;
            }
        }

        return isWithinTarget ? 0 : 1;
    }
}
