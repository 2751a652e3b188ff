using System.Net;
using FaultLab;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Guarantee;

/// <summary>The same guarantees over HTTP/2, where the HTTP stack repeats by itself what a server calls unprocessed.</summary>
public sealed class Http2Tests
{
    private static readonly OutcomeRow[] Table =
    [
        OutcomeRow.InEveryMode("1/1 accepted", nameof(Http2Faults.Accepted), nameof(Http2Faults.GoAwayThenAccepted)),
        new("1/1 Server Unknown", "2/2 Server Unknown", "2/2 Server Unknown", nameof(Http2Faults.InternalServerError)),
        OutcomeRow.InEveryMode("2/0 Connection NotSent", nameof(Http2Faults.GoAwayBeforeProcessing), nameof(Http2Faults.RefusedOnHead)),
        OutcomeRow.InEveryMode("2/2 Connection NotSent", nameof(Http2Faults.GoAwayBeforeProcessingAfterBody), nameof(Http2Faults.RefusedAfterBody)),
        new("1/1 Connection Unknown", "1/1 Connection Unknown", "2/2 Connection Unknown",
            nameof(Http2Faults.GoAwayThenClose), nameof(Http2Faults.InternalErrorAfterBody), nameof(Http2Faults.CloseAfterBody)),
        new("1/0 Connection Unknown", "1/0 Connection Unknown", "2/0 Connection Unknown", nameof(Http2Faults.CancelInBody)),
        OutcomeRow.InEveryMode("1/0 PayloadTooLarge Rejected", nameof(Http2Faults.PayloadTooLargeInBody)),
        OutcomeRow.InEveryMode("1/1 Api Rejected", nameof(Http2Faults.Found), nameof(Http2Faults.TemporaryRedirect)),
        OutcomeRow.InEveryMode("1/0 Api Rejected", nameof(Http2Faults.FoundOnHead), nameof(Http2Faults.TemporaryRedirectOnHead)),
        OutcomeRow.InEveryMode("1/1 Response Unknown", nameof(Http2Faults.ResetInResponse)),
        new("1/1 Timeout Unknown", "1/1 Timeout Unknown", "2/2 Timeout Unknown", nameof(Http2Faults.HangAfterBody)),
    ];

    public static TheoryData<ClientWiring, string, TracklyRetryMode, string> Rows { get; } =
    [
        .. from row in OutcomeRow.CreateTheoryRows(Table)
           select (row.Wiring, row.Fault, row.Mode, row.Wiring is ClientWiring.HttpClient ? ExpectForHttpClient(row.Expected, row.Mode) : row.Expected),
    ];

    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public void EveryFault_HasItsRow() => Table.SelectMany(row => row.Faults).Should().BeEquivalentTo(Http2Faults.All.Select(fault => fault.Name));

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Fault_InEachMode_IsReportedAsItHappened(ClientWiring wiring, string name, TracklyRetryMode mode, string expected)
    {
        var fault = Http2Faults.Find(name);
        await using var server = Http2FaultServer.Start(fault);
        using var client = new WiredClient(wiring, server.BaseAddress, new TestClock(), options => options.Retry.Mode = mode, HttpVersion.Version20);

        var (result, outcome, attempts) = await client.DescribeSendAsync(attempt => fault == Http2Faults.HangAfterBody && server.Log.Received.Count >= attempt);
        await server.WaitUntilIdleAsync(Canceled);
        var received = server.Log.Received.Count;

        $"{attempts.Count}/{received} {result}".Should().Be(expected);
        if (outcome == SendOutcome.NotSent)
            server.Log.GetMessages(ResponseMeaning.NotProcessed).Should().HaveCount(received);
    }

    [Fact]
    public async Task RequestThatTheServerRefused_IsSaidToBeUnprocessed()
    {
        await using var server = Http2FaultServer.Start(Http2Faults.RefusedAfterBody);
        using var client = new WiredClient(
            ClientWiring.AddTrackly, server.BaseAddress, new TestClock(), static options => options.Retry.MaxRetryAttempts = 0, HttpVersion.Version20);

        var send = () => client.SendAsync(Some.Request(), static _ => false);

        (await send.Should().ThrowExactlyAsync<TracklyConnectionException>()).Which.Message.Should().Be(
            "The server did not process the request. Nothing is queued: the same request may be sent again.");
    }

    /// <summary>"Unprocessed" is credible only if nothing but the sockets is below the SDK's handler: in a caller's HttpClient another handler may have repeated the request.</summary>
    private static string ExpectForHttpClient(string expected, TracklyRetryMode mode) => (expected, mode) switch
    {
        ("2/0 Connection NotSent", not TracklyRetryMode.AtLeastOnce) => "1/0 Connection Unknown",
        ("2/2 Connection NotSent", not TracklyRetryMode.AtLeastOnce) => "1/1 Connection Unknown",
        _ => expected.Replace("NotSent", "Unknown", StringComparison.Ordinal),
    };
}
