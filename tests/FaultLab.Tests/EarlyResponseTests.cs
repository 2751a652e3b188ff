using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FaultLab.Tests;

/// <summary>Responses before the end of the request, as a client that is still writing sees them.</summary>
public sealed class EarlyResponseTests
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(nameof(EarlyResponses.PayloadTooLargeThenClose), "closed")]
    [InlineData(nameof(EarlyResponses.PayloadTooLargeThenReset), "reset")]
    [InlineData(nameof(EarlyResponses.PayloadTooLargeThenHang), "open")]
    public async Task EarlyResponse_IsSentInTheBody_ThenTheConnectionEnds(string fault, string expected)
    {
        await using var server = FaultServer.Start(Faults.Find(fault));
        using var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        var received = "";
        var buffer = new byte[1024];

        await client.ConnectAsync(IPAddress.Loopback, server.BaseAddress.Port, Canceled);
        await client.SendAsync(Encoding.ASCII.GetBytes("POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\n{"), SocketFlags.None, Canceled);
        while (!received.EndsWith('}') && await client.ReceiveAsync(buffer, SocketFlags.None, Canceled).AsTask().WaitAsync(TimeSpan.FromMinutes(1), Canceled) is > 0 and var count)
            received += Encoding.ASCII.GetString(buffer, 0, count);
        await server.WaitUntilIdleAsync(Canceled);

        received.Should().StartWith("HTTP/1.1 413").And.EndWith("\"code\":\"payload_too_large\"}");
        GetState(client).Should().Be(expected);
        server.Log.Received.Should().BeEmpty();
    }

    private static string GetState(Socket client)
    {
        if (!client.Poll(TimeSpan.Zero, SelectMode.SelectRead))
            return "open";
        return client.Receive(new byte[1], SocketFlags.None, out var error) == 0 && error is SocketError.Success ? "closed" : "reset";
    }
}
