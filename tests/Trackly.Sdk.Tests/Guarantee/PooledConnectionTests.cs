using FaultLab;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Guarantee;

/// <summary>A pooled connection that dies is the most common fault.</summary>
public sealed class PooledConnectionTests
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    public static TheoryData<ClientWiring, TracklyRetryMode> Rows { get; } =
        [.. from wiring in Enum.GetValues<ClientWiring>() from mode in Enum.GetValues<TracklyRetryMode>() select (wiring, mode)];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task ResetOnReuse_IsALostResponse(ClientWiring wiring, TracklyRetryMode mode)
    {
        await using var server = FaultServer.Start(ConnectionFaults.ResetOnReuse, PlainResponses.Accepted);
        using var client = new WiredClient(wiring, server.BaseAddress, new TestClock(), options => options.Retry.Mode = mode);

        var first = await client.DescribeSendAsync(_ => false);
        var second = await client.DescribeSendAsync(_ => false);
        await server.WaitUntilIdleAsync(Canceled);

        first.Result.Should().Be("accepted");
        $"{second.Attempts.Count} {second.Result}".Should().Be(mode is TracklyRetryMode.AtLeastOnce ? "2 accepted" : "1 Connection Unknown");
        server.Log.Received.Should().HaveCount(mode is TracklyRetryMode.AtLeastOnce ? 2 : 1);
    }

    [Theory]
    [MemberData(nameof(WiredClient.Wirings), MemberType = typeof(WiredClient))]
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
