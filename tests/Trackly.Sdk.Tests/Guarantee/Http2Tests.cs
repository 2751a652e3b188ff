using System.Net;
using Trackly.Sdk.Tests.Support;
using FaultLab;

namespace Trackly.Sdk.Tests.Guarantee;

/// <summary>The same promises over HTTP/2, whose stack sends again by itself what a server calls unprocessed.</summary>
public sealed class Http2Tests
{
    private static readonly (string Fault, string AtMostOnce, string Standard, string AtLeastOnce)[] Guarded =
    [
        (nameof(Http2Faults.Accepted), "1/1 accepted", "1/1 accepted", "1/1 accepted"),
        (nameof(Http2Faults.GoAwayThenAccepted), "1/1 accepted", "1/1 accepted", "1/1 accepted"),
        (nameof(Http2Faults.InternalServerError), "1/1 Server Unknown", "2/2 Server Unknown", "2/2 Server Unknown"),
        (nameof(Http2Faults.GoAwayBeforeProcessing), "2/0 Connection NotSent", "2/0 Connection NotSent", "2/0 Connection NotSent"),
        (nameof(Http2Faults.GoAwayBeforeProcessingAfterBody), "2/2 Connection NotSent", "2/2 Connection NotSent", "2/2 Connection NotSent"),
        (nameof(Http2Faults.RefusedOnHead), "2/0 Connection NotSent", "2/0 Connection NotSent", "2/0 Connection NotSent"),
        (nameof(Http2Faults.RefusedAfterBody), "2/2 Connection NotSent", "2/2 Connection NotSent", "2/2 Connection NotSent"),
        (nameof(Http2Faults.GoAwayThenClose), "1/1 Connection Unknown", "1/1 Connection Unknown", "2/2 Connection Unknown"),
        (nameof(Http2Faults.InternalErrorAfterBody), "1/1 Connection Unknown", "1/1 Connection Unknown", "2/2 Connection Unknown"),
        (nameof(Http2Faults.CancelInBody), "1/0 Connection Unknown", "1/0 Connection Unknown", "2/0 Connection Unknown"),
        (nameof(Http2Faults.CloseAfterBody), "1/1 Connection Unknown", "1/1 Connection Unknown", "2/2 Connection Unknown"),
        (nameof(Http2Faults.ResetInAnswer), "1/1 Response Unknown", "1/1 Response Unknown", "1/1 Response Unknown"),
        (nameof(Http2Faults.HangAfterBody), "1/1 Timeout Unknown", "1/1 Timeout Unknown", "2/2 Timeout Unknown"),
    ];

    public static TheoryData<LabWiring, string, TracklyRetryMode, string> Rows { get; } = [.. Enum.GetValues<LabWiring>().SelectMany(RowsOf)];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void EveryFault_HasItsRow() => Guarded.Select(row => row.Fault).Should().BeEquivalentTo(Http2Faults.All.Select(fault => fault.Name));

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Fault_InEachMode_IsSaidAsItWas(LabWiring wiring, string name, TracklyRetryMode mode, string expected)
    {
        var fault = Http2Faults.Named(name);
        await using var lab = Http2LabServer.Start(fault);
        using var client = new LabClient(wiring, lab.BaseAddress, new TestClock(), options => options.Retry.Mode = mode, HttpVersion.Version20);

        var (said, outcome, attempts) = await client.HearAsync(attempt => fault == Http2Faults.HangAfterBody && lab.Ledger.Received.Count >= attempt);
        await lab.SettleAsync(Cancelled);
        var received = lab.Ledger.Received.Count;

        $"{attempts.Count}/{received} {said}".Should().Be(expected);
        received.Should().BeLessThanOrEqualTo(attempts.Count, "no more messages than attempts");
        if (outcome == SendOutcome.NotSent)
            lab.Ledger.Told(LabVerdict.NotHandled).Should().HaveCount(received);
    }

    private static IEnumerable<(LabWiring, string, TracklyRetryMode, string)> RowsOf(LabWiring wiring) =>
        from row in Guarded
        from cell in new[]
        {
            (Mode: TracklyRetryMode.AtMostOnce, Expected: row.AtMostOnce),
            (Mode: TracklyRetryMode.Standard, Expected: row.Standard),
            (Mode: TracklyRetryMode.AtLeastOnce, Expected: row.AtLeastOnce),
        }
        select (wiring, row.Fault, cell.Mode, wiring is LabWiring.HttpClient ? Doubted(cell.Expected, cell.Mode) : cell.Expected);

    /// <summary>What a server calls unprocessed is believed only where nothing but the sockets is below the guard: in a caller's HttpClient anybody may have repeated it.</summary>
    private static string Doubted(string expected, TracklyRetryMode mode) => (expected, mode) switch
    {
        ("2/0 Connection NotSent", not TracklyRetryMode.AtLeastOnce) => "1/0 Connection Unknown",
        ("2/2 Connection NotSent", not TracklyRetryMode.AtLeastOnce) => "1/1 Connection Unknown",
        _ => expected.Replace("NotSent", "Unknown", StringComparison.Ordinal),
    };
}
