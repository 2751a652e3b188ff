using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Trackly.Sdk.Testing;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>A client that breaks off its request is not a failure of the emulator.</summary>
public sealed class TracklyEmulatorBadClientTests : EmulatorTest
{
    private readonly ConcurrentQueue<EmulatorFailure> _failures = [];

    private protected override TracklyEmulatorOptions Options => new() { OnFailure = _failures.Enqueue };

    [Theory]
    [InlineData("", true)]
    [InlineData("{", true)]
    [InlineData("{", false)]
    public async Task AClientThatDisconnectsDuringItsRequest_IsNoFailure(string body, bool resets)
    {
        using (var client = await StartRequestAsync("Content-Length: 100"))
        {
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(body), TestContext.Current.CancellationToken);
            client.LingerState = new LingerOption(resets, 0);
            // The stream, which is disposed first otherwise, ends the connection in order.
            if (resets)
                client.Client.Close();
        }

        await Emulator.DisposeAsync();

        _failures.Should().BeEmpty();
    }

    [Fact]
    public async Task ABodyThatIsNotHttp_IsNoFailure()
    {
        using var client = await StartRequestAsync("Transfer-Encoding: chunked");
        await client.GetStream().WriteAsync("no number\r\n"u8.ToArray(), TestContext.Current.CancellationToken);

        (await new StreamReader(client.GetStream()).ReadToEndAsync(TestContext.Current.CancellationToken)).Should().Contain("HTTP/1.1 400 Bad Request");
        _failures.Should().BeEmpty();
    }

    /// <summary>Sends the head of a request, and returns when the emulator waits for its body.</summary>
    private async Task<TcpClient> StartRequestAsync(string header)
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Emulator.BaseAddress.Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /api/v2/send HTTP/1.1\r\nHost: localhost\r\nX-Api-Key: {Emulator.ApiKey}\r\nContent-Type: application/json\r\n{header}\r\nExpect: 100-continue\r\n\r\n"),
            TestContext.Current.CancellationToken);
        await client.GetStream().ReadExactlyAsync(new byte["HTTP/1.1 100".Length], TestContext.Current.CancellationToken);
        return client;
    }
}
