using Trackly.Sdk.Tests.Support;
using FaultLab;

namespace Trackly.Sdk.Tests.Guarantee;

/// <summary>A pooled connection that dies is the most common fault.</summary>
public sealed class PooledConnectionTests
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ClientWiring.HttpClient, TracklyRetryMode.AtMostOnce, "1 Connection Unknown")]
    [InlineData(ClientWiring.HttpClient, TracklyRetryMode.Standard, "1 Connection Unknown")]
    [InlineData(ClientWiring.HttpClient, TracklyRetryMode.AtLeastOnce, "2 accepted")]
    [InlineData(ClientWiring.AddTrackly, TracklyRetryMode.AtMostOnce, "1 Connection Unknown")]
    [InlineData(ClientWiring.AddTracklyWithHandler, TracklyRetryMode.AtMostOnce, "1 Connection Unknown")]
    [InlineData(ClientWiring.AddTrackly, TracklyRetryMode.Standard, "1 Connection Unknown")]
    [InlineData(ClientWiring.AddTracklyWithHandler, TracklyRetryMode.Standard, "1 Connection Unknown")]
    [InlineData(ClientWiring.AddTrackly, TracklyRetryMode.AtLeastOnce, "2 accepted")]
    [InlineData(ClientWiring.AddTracklyWithHandler, TracklyRetryMode.AtLeastOnce, "2 accepted")]
    public async Task ResetOnReuse_IsALostResponse(ClientWiring wiring, TracklyRetryMode mode, string expected)
    {
        await using var server = FaultServer.Start(ConnectionFaults.ResetOnReuse, PlainResponses.Accepted);
        using var client = new WiredClient(wiring, server.BaseAddress, new TestClock(), options => options.Retry.Mode = mode);

        var first = await client.DescribeSendAsync(_ => false);
        var second = await client.DescribeSendAsync(_ => false);
        await server.WaitUntilIdleAsync(Canceled);

        first.Result.Should().Be("accepted");
        $"{second.Attempts.Count} {second.Result}".Should().Be(expected);
        server.Log.Received.Should().HaveCount(expected == "2 accepted" ? 2 : 1);
    }

    [Theory]
    [InlineData(ClientWiring.HttpClient)]
    [InlineData(ClientWiring.AddTrackly)]
    [InlineData(ClientWiring.AddTracklyWithHandler)]
    public async Task ClosedWhileIdle_IsReplaced(ClientWiring wiring)
    {
        await using var server = FaultServer.Start(ConnectionFaults.CloseWhenIdle, PlainResponses.Accepted);
        using var client = new WiredClient(wiring, server.BaseAddress, new TestClock());

        var first = await client.DescribeSendAsync(_ => false);
        await server.WaitUntilIdleAsync(Canceled);
        var second = await client.DescribeSendAsync(_ => false);

        (first.Result, second.Result, second.Attempts.Count).Should().Be(("accepted", "accepted", 1));
        server.Log.Connections.Should().Be(2);
    }
}
