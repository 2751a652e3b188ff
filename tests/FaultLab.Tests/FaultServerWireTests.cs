using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace FaultLab.Tests;

/// <summary>The server byte by byte: what it waits for, what it sends, what it considers a whole message.</summary>
public sealed class FaultServerWireTests
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TrickledResponse_SendsOneByteASecondOfTheServersClock()
    {
        var clock = new FakeTimeProvider();
        await using var server = FaultServer.Start(FaultScript.CreateSequence(HostileResponses.TrickledHead), clock);
        using var client = await ConnectAsync(server.BaseAddress);
        await client.SendAsync(Encoding.ASCII.GetBytes("POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}"), SocketFlags.None, Canceled);

        foreach (var expected in "HTTP")
        {
            var one = new byte[16];
            (await client.ReceiveAsync(one, SocketFlags.None, Canceled)).Should().Be(1);
            ((char)one[0]).Should().Be(expected);
            await server.WaitUntilIdleAsync(Canceled);
            client.Available.Should().Be(0);
            clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Body_WithAnyFramingAndSize_IsReadWhole(bool chunked)
    {
        await using var server = FaultServer.Start();
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, server.BaseAddress) { Content = new StringContent(new string('x', 300_000)) };
        request.Headers.TransferEncodingChunked = chunked;
        request.Headers.ExpectContinue = true;

        using var response = await http.SendAsync(request, Canceled);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        server.Log.Received.Should().ContainSingle().Which.Body.Should().HaveLength(300_000);
    }

    [Fact]
    public async Task Body_ThatTheClientBreaksOff_IsAHeadWithoutAMessage()
    {
        await using var server = FaultServer.Start();
        using (var client = await ConnectAsync(server.BaseAddress))
            await client.SendAsync(Encoding.ASCII.GetBytes("POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\n{}"), SocketFlags.None, Canceled);

        await server.WaitUntilIdleAsync(Canceled);
        (server.Log.Connections, server.Log.Heads, server.Log.Received.Count).Should().Be((1, 1, 0));
    }

    [Fact]
    public async Task FaultInTheBody_WaitsForTheBody_AndOneAfterTheHeadDoesNot()
    {
        await using var server = FaultServer.Start(ConnectionFaults.CloseAfterHead, ConnectionFaults.CloseInBody);
        using var first = await ConnectAsync(server.BaseAddress);
        using var second = await ConnectAsync(server.BaseAddress);
        var head = Encoding.ASCII.GetBytes("POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\n");
        var nothing = new byte[1];

        await first.SendAsync(head, SocketFlags.None, Canceled);
        (await first.ReceiveAsync(nothing, SocketFlags.None, Canceled)).Should().Be(0);

        await second.SendAsync(head, SocketFlags.None, Canceled);
        await server.WaitForAsync(log => log.Heads == 2, Canceled);
        var closing = second.ReceiveAsync(nothing, SocketFlags.None, Canceled).AsTask();
        closing.IsCompleted.Should().BeFalse();
        await second.SendAsync("{"u8.ToArray(), SocketFlags.None, Canceled);
        (await closing).Should().Be(0);
        server.Log.Received.Should().BeEmpty();
    }

    [Fact]
    public async Task IdleServer_HasProcessedAllThatClientsSentBeforeTheyLeft()
    {
        await using var server = FaultServer.Start();
        var request = Encoding.ASCII.GetBytes("POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}");

        for (var sent = 1; sent <= 300; sent++)
        {
            SendAndLeave(server.BaseAddress, request);
            await server.WaitUntilIdleAsync(Canceled);
            server.Log.Received.Count.Should().Be(sent);
        }
    }

    [Fact]
    public async Task ClosedConnection_StillWrittenTo_IsNotReset()
    {
        await using var server = FaultServer.Start(ConnectionFaults.CloseAfterHead);
        using var client = await ConnectAsync(server.BaseAddress);
        var bytes = Encoding.ASCII.GetBytes("POST / HTTP/1.1\r\nContent-Length: 2000\r\n\r\n{}");

        await client.SendAsync(bytes, SocketFlags.None, Canceled);
        (await client.ReceiveAsync(new byte[1], SocketFlags.None, Canceled)).Should().Be(0);
        await server.WaitUntilIdleAsync(Canceled);
        for (var i = 0; i < 3; i++)
            (await client.SendAsync(bytes, SocketFlags.None, Canceled)).Should().Be(bytes.Length);
    }

    /// <summary>Sends without a pause, so that the server falls behind.</summary>
    private static void SendAndLeave(Uri address, byte[] request)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Connect(IPAddress.Loopback, address.Port);
        socket.Send(request);
    }

    private static async Task<Socket> ConnectAsync(Uri address)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, address.Port);
        return socket;
    }
}
