using System.Globalization;
using FaultLab;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Guarantee;

/// <summary>
/// Many concurrent sends against drawn faults, reconciled message by message with what the server received. TRACKLY_LONG_RUN sets the sends of each run
/// (20,000 in docs/guarantee.md), TRACKLY_SEEDS the seeds. The clock is real: whichever attempts time out, the results must agree.
/// </summary>
public sealed class LongRunTests
{
    private const int Concurrency = 400;
    private static readonly int Sends = int.Parse(Environment.GetEnvironmentVariable("TRACKLY_LONG_RUN") ?? "1000", CultureInfo.InvariantCulture);

    public static TheoryData<int, TracklyRetryMode> Rows { get; } =
    [
        .. from seed in (Environment.GetEnvironmentVariable("TRACKLY_SEEDS") ?? "1").Split(',')
           from mode in Enum.GetValues<TracklyRetryMode>()
           select (int.Parse(seed, CultureInfo.InvariantCulture), mode),
    ];

    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task EverySend_AgreesWithTheLogOfTheServer(int seed, TracklyRetryMode mode)
    {
        var faults = new DrawnFaults(seed);
        await using var server = FaultServer.Start(FaultScript.CreateByMessage(message => faults.Draw(message.Id!, message.Delivery)));
        using var client = new TracklyClient(Some.Options(options =>
        {
            (options.BaseAddress, options.AttemptTimeout) = (server.BaseAddress, TimeSpan.FromMilliseconds(500));
            (options.Retry.Mode, options.Retry.BaseDelay, options.Retry.MaxDelay) = (mode, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(5));
        }));

        var reports = await SendAllAsync(client);
        await server.WaitUntilIdleAsync(Canceled);
        var reconciliation = new Reconciliation(mode, faults, reports, server.Log);

        TestContext.Current.TestOutputHelper!.WriteLine(reconciliation.Row(seed));
        reconciliation.Discrepancies.Should().BeEmpty();
        reports.Should().HaveCount(Sends);
        reports.Select(report => report.Outcome).Distinct().Should().HaveCount(4, "every outcome occurred");
    }

    private static async Task<IReadOnlyList<SendReport>> SendAllAsync(TracklyClient client)
    {
        var next = 0;
        var reports = new SendReport[Sends];
        await Task.WhenAll(Enumerable.Range(0, Concurrency).Select(_ => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next) - 1; i < Sends; i = Interlocked.Increment(ref next) - 1)
                reports[i] = await SendOneAsync(client, i.ToString(CultureInfo.InvariantCulture));
        })));
        return reports;
    }

    private static async Task<SendReport> SendOneAsync(TracklyClient client, string id)
    {
        var description = await SendDescription.CreateAsync(client.SendAsync(Some.Request() with { Metadata = new() { ["id"] = id } }, Canceled));
        return new(id, description.Outcome?.ToString() ?? "accepted", description.Attempts.Count);
    }
}
