using System.Globalization;
using FaultLab;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Guarantee;

/// <summary>
/// Streams against drawn faults, read to their end and canceled in the middle, reconciled message by message with what the server received. TRACKLY_LONG_RUN and
/// TRACKLY_SEEDS set the size as for <see cref="LongRunTests"/>.
/// </summary>
public sealed class StreamLongRunTests
{
    private const int Concurrency = 64;
    private const int FaultyPercent = 5;

    /// <summary>A 429 pauses its list for the two seconds that it asks for: with several lists, pauses pass at the same time.</summary>
    private const int Lists = 50;

    private static readonly int Sends = int.Parse(Environment.GetEnvironmentVariable("TRACKLY_LONG_RUN") ?? "1000", CultureInfo.InvariantCulture);

    public static TheoryData<int, TracklyRetryMode, bool> Rows { get; } =
    [
        .. from row in LongRunTests.Rows
           from canceled in new[] { false, true }
           select (row.Data.Item1, row.Data.Item2, canceled),
    ];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task EveryResult_AgreesWithTheLogOfTheServer(int seed, TracklyRetryMode mode, bool isCanceled)
    {
        var faults = new DrawnFaults(seed, FaultyPercent, endsStreams: false);
        await using var server = FaultServer.Start(FaultScript.CreateByMessage(message => faults.Draw(message.Id!, message.Delivery)));
        using var client = new TracklyClient(Some.Options(options =>
        {
            (options.BaseAddress, options.AttemptTimeout) = (server.BaseAddress, TimeSpan.FromMilliseconds(500));
            (options.Retry.Mode, options.Retry.BaseDelay, options.Retry.MaxDelay) = (mode, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(5));
        }));
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        var results = await ReadAsync(client, isCanceled ? cancellation : null, cancellation.Token);
        await server.WaitUntilIdleAsync(TestContext.Current.CancellationToken);
        var reconciliation = new Reconciliation(mode, faults, [.. results.Select(CreateReport)], server.Log);

        TestContext.Current.TestOutputHelper!.WriteLine((isCanceled ? "canceled " : "whole ") + reconciliation.Row(seed));
        reconciliation.Discrepancies.Should().BeEmpty();
        results.Select(static result => result.Index).Should().BeEquivalentTo(Enumerable.Range(0, results.Count).Select(static index => (long)index), "no result is missing");
        results.Count.Should().BeInRange(isCanceled ? Sends / 2 : Sends, Sends);
        server.Log.Received.Select(static message => int.Parse(message.Id!, CultureInfo.InvariantCulture)).Should().OnlyContain(
            index => index < results.Count, "what the server received has a result");
    }

    private static async Task<IReadOnlyList<SendResult>> ReadAsync(TracklyClient client, CancellationTokenSource? cancelAtHalf, CancellationToken cancellationToken)
    {
        List<SendResult> results = [];
        var options = new SendManyOptions { MaxConcurrency = Concurrency, MaxPerMinutePerList = null };
        var requests = Enumerable.Range(0, Sends).Select(static index => new SendRequest(Some.Recipient, $"+1800555{index % Lists:D4}", Some.Text)
        {
            Metadata = new() { ["id"] = index.ToString(CultureInfo.InvariantCulture) },
        });
        try
        {
            await foreach (var result in client.SendManyAsync(requests, options, cancellationToken))
            {
                results.Add(result);
                if (results.Count == Sends / 2)
                    _ = cancelAtHalf?.CancelAsync();
            }
        }
        catch (OperationCanceledException) when (cancelAtHalf is not null)
        {
            // As asked.
        }

        return results;
    }

    private static SendReport CreateReport(SendResult result) => new(
        result.Index.ToString(CultureInfo.InvariantCulture),
        result.Outcome == SendOutcome.Accepted ? "accepted" : result.Outcome.ToString(),
        result.Response?.Attempts.Count ?? ((ITracklyFailure)result.Failure!).Attempts.Count);
}
