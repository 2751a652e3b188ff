using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace FaultLab.Tests;

/// <summary>The lab byte by byte: what it waits for, what it sends, what it takes for a whole message.</summary>
public sealed class FaultLabWireTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DrippingAnswer_ComesOneByteASecondOfTheLabsClock()
    {
        var clock = new FakeTimeProvider();
        await using var lab = FaultLabServer.Start(FaultScript.InOrder(HostileAnswers.DrippingHead), clock);
        using var client = await ConnectAsync(lab.BaseAddress);
        await client.SendAsync(Encoding.ASCII.GetBytes("POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}"), SocketFlags.None, Cancelled);

        foreach (var expected in "HTTP")
        {
            var one = new byte[16];
            (await client.ReceiveAsync(one, SocketFlags.None, Cancelled)).Should().Be(1);
            ((char)one[0]).Should().Be(expected);
            await lab.SettleAsync(Cancelled);
            client.Available.Should().Be(0);
            clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Body_ChunkedOrAnnounced_OfAnySize_IsReadWhole(bool chunked)
    {
        await using var lab = FaultLabServer.Start();
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, lab.BaseAddress) { Content = new StringContent(new string('x', 300_000)) };
        request.Headers.TransferEncodingChunked = chunked;
        request.Headers.ExpectContinue = true;

        using var response = await http.SendAsync(request, Cancelled);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        lab.Ledger.Received.Should().ContainSingle().Which.Body.Should().HaveLength(300_000);
    }

    [Fact]
    public async Task Body_CutOffByTheClient_IsAHeadAndNoMessage()
    {
        await using var lab = FaultLabServer.Start();
        using (var client = await ConnectAsync(lab.BaseAddress))
            await client.SendAsync(Encoding.ASCII.GetBytes("POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\n{}"), SocketFlags.None, Cancelled);

        await lab.SettleAsync(Cancelled);
        (lab.Ledger.Connections, lab.Ledger.Heads, lab.Ledger.Received.Count).Should().Be((1, 1, 0));
    }

    [Fact]
    public async Task FaultInTheBody_WaitsForTheBody_WhereOneAfterTheHeadDoesNot()
    {
        await using var lab = FaultLabServer.Start(ConnectionFaults.CloseAfterHead, ConnectionFaults.CloseInBody);
        using var first = await ConnectAsync(lab.BaseAddress);
        using var second = await ConnectAsync(lab.BaseAddress);
        var head = Encoding.ASCII.GetBytes("POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\n");
        var nothing = new byte[1];

        await first.SendAsync(head, SocketFlags.None, Cancelled);
        (await first.ReceiveAsync(nothing, SocketFlags.None, Cancelled)).Should().Be(0);

        await second.SendAsync(head, SocketFlags.None, Cancelled);
        await lab.SeesAsync(ledger => ledger.Heads == 2, Cancelled);
        var closing = second.ReceiveAsync(nothing, SocketFlags.None, Cancelled).AsTask();
        closing.IsCompleted.Should().BeFalse();
        await second.SendAsync("{"u8.ToArray(), SocketFlags.None, Cancelled);
        (await closing).Should().Be(0);
        lab.Ledger.Received.Should().BeEmpty();
    }

    [Fact]
    public async Task SettledLab_HasDealtWithAllThatClientsSentBeforeTheyLeft()
    {
        await using var lab = FaultLabServer.Start();
        var request = Encoding.ASCII.GetBytes("POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}");

        for (var sent = 1; sent <= 300; sent++)
        {
            SendAndLeave(lab.BaseAddress, request);
            await lab.SettleAsync(Cancelled);
            lab.Ledger.Received.Count.Should().Be(sent);
        }
    }

    [Fact]
    public async Task ClosedConnection_StillWrittenTo_IsNotReset()
    {
        await using var lab = FaultLabServer.Start(ConnectionFaults.CloseAfterHead);
        using var client = await ConnectAsync(lab.BaseAddress);
        var bytes = Encoding.ASCII.GetBytes("POST / HTTP/1.1\r\nContent-Length: 2000\r\n\r\n{}");

        await client.SendAsync(bytes, SocketFlags.None, Cancelled);
        (await client.ReceiveAsync(new byte[1], SocketFlags.None, Cancelled)).Should().Be(0);
        await lab.SettleAsync(Cancelled);
        for (var i = 0; i < 3; i++)
            (await client.SendAsync(bytes, SocketFlags.None, Cancelled)).Should().Be(bytes.Length);
    }

    /// <summary>Without a pause, so that the lab falls behind.</summary>
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
