using FaultLab;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Guarantee;

/// <summary>Every fault in every mode: what the client reports, and what the server received.</summary>
public sealed class FaultTheoryTests
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(FaultOutcomes.Rows), MemberType = typeof(FaultOutcomes))]
    public async Task Fault_InEachMode_IsReportedAsItHappened(ClientWiring wiring, string name, TracklyRetryMode mode, string expected)
    {
        var fault = Faults.Find(name);
        var clock = new TestClock();
        await using var server = FaultServer.Start(FaultScript.CreateSequence(fault), clock);
        using var client = new WiredClient(wiring, server.BaseAddress, clock, options => options.Retry.Mode = mode);

        var (result, outcome, attempts) = await client.DescribeSendAsync(attempt => IsSilent(fault, server, client, attempt));
        await server.WaitUntilIdleAsync(Canceled);
        var received = server.Log.Received.Count;

        $"{attempts.Count}/{received} {result}".Should().Be(expected);
        server.Log.Heads.Should().BeLessThanOrEqualTo(attempts.Count, "no more requests than attempts");
        if (outcome == SendOutcome.NotSent)
            server.Log.GetMessages(ResponseMeaning.NotProcessed).Should().HaveCount(received, "NotSent means that the server never had the whole message, or said that it did not process it");
        if (outcome == SendOutcome.Rejected)
            server.Log.GetMessages(ResponseMeaning.Accepted).Should().BeEmpty("Rejected means that the server did not queue the message");
    }

    [Fact]
    public void EveryFault_HasItsRow() =>
        FaultOutcomes.Names.Should().BeEquivalentTo(Faults.All.Select(fault => fault.Name)).And.OnlyHaveUniqueItems();

    /// <summary>Whether the server has done all it will do, and the client has seen it, while the connection stays open.</summary>
    internal static bool IsSilent(Fault fault, FaultServer server, WiredClient client, int attempt)
    {
        var goesSilent = fault is { End: ConnectionEnd.Hang, Meaning: ResponseMeaning.Unknown } || fault == ConnectionFaults.LateResponse || fault.Response?.Trickle is Trickle.FromHead or Trickle.FromBody;
        return goesSilent && fault.Reads switch
        {
            RequestPart.None => server.Log.Started >= attempt,
            RequestPart.Head or RequestPart.PartOfBody => server.Log.Heads >= attempt,
            _ when fault.Response?.Status is not null && fault != ConnectionFaults.LateResponse => client.ResponsesSeen >= attempt,
            _ => server.Log.Received.Count >= attempt,
        };
    }
}
