using Trackly.Sdk.Tests.Support;
using FaultLab;

namespace Trackly.Sdk.Tests.Guarantee;

/// <summary>A pooled connection that dies is the commonest fault of all.</summary>
public sealed class PooledConnectionTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(LabWiring.HttpClient, TracklyRetryMode.AtMostOnce, "1 Connection Unknown")]
    [InlineData(LabWiring.HttpClient, TracklyRetryMode.Standard, "1 Connection Unknown")]
    [InlineData(LabWiring.HttpClient, TracklyRetryMode.AtLeastOnce, "2 accepted")]
    [InlineData(LabWiring.AddTrackly, TracklyRetryMode.AtMostOnce, "1 Connection Unknown")]
    [InlineData(LabWiring.AddTracklyWithAHandler, TracklyRetryMode.AtMostOnce, "1 Connection Unknown")]
    [InlineData(LabWiring.AddTrackly, TracklyRetryMode.Standard, "1 Connection Unknown")]
    [InlineData(LabWiring.AddTracklyWithAHandler, TracklyRetryMode.Standard, "1 Connection Unknown")]
    [InlineData(LabWiring.AddTrackly, TracklyRetryMode.AtLeastOnce, "2 accepted")]
    [InlineData(LabWiring.AddTracklyWithAHandler, TracklyRetryMode.AtLeastOnce, "2 accepted")]
    public async Task ResetJustAsItIsReused_IsALostAnswer(LabWiring wiring, TracklyRetryMode mode, string expected)
    {
        await using var lab = FaultLabServer.Start(ConnectionFaults.ResetOnReuse, PlainAnswers.Accepted);
        using var client = new LabClient(wiring, lab.BaseAddress, new TestClock(), options => options.Retry.Mode = mode);

        var first = await client.HearAsync(_ => false);
        var second = await client.HearAsync(_ => false);
        await lab.SettleAsync(Cancelled);

        first.Said.Should().Be("accepted");
        $"{second.Attempts.Count} {second.Said}".Should().Be(expected);
        lab.Ledger.Received.Should().HaveCount(expected == "2 accepted" ? 2 : 1);
    }

    [Theory]
    [InlineData(LabWiring.HttpClient)]
    [InlineData(LabWiring.AddTrackly)]
    [InlineData(LabWiring.AddTracklyWithAHandler)]
    public async Task ClosedWhileIdle_IsReplaced(LabWiring wiring)
    {
        await using var lab = FaultLabServer.Start(ConnectionFaults.CloseWhenIdle, PlainAnswers.Accepted);
        using var client = new LabClient(wiring, lab.BaseAddress, new TestClock());

        var first = await client.HearAsync(_ => false);
        await lab.SettleAsync(Cancelled);
        var second = await client.HearAsync(_ => false);

        (first.Said, second.Said, second.Attempts.Count).Should().Be(("accepted", "accepted", 1));
        lab.Ledger.Connections.Should().Be(2);
    }
}
