using System.Net;
using System.Net.Sockets;
using System.Text;
using Trackly.Sdk.AspNetCore.Tests.Support;
using Trackly.Sdk.Tests.Webhooks;

namespace Trackly.Sdk.AspNetCore.Tests;

/// <summary>Whatever is posted, the endpoint responds with 200 for a JSON object, 400 for anything else, and goes on.</summary>
public sealed class HostileRequestTests
{
    private const int Bodies = 400;
    private const int FiveMegabytes = 5_000_000;

    [Fact]
    public async Task DrawnBodies_GetTheStatusThatTheirJsonDeserves()
    {
        await using var host = await WebhookHost.StartAsync();
        List<string> wrong = [];

        for (var seed = 0; seed < Bodies; seed++)
        {
            var body = new HostileJson(seed).DrawBytes();
            var status = await host.PostAsync(body);
            if (status != (Parses(body) ? HttpStatusCode.OK : HttpStatusCode.BadRequest))
                wrong.Add($"{seed}: {status}");
        }

        wrong.Should().BeEmpty();
        host.OwnLog.Should().NotContain(static record => record.Level >= LogLevel.Error);
        host.Received.Count.Should().BeInRange(Bodies / 10, Bodies * 9 / 10);
    }

    [Fact]
    public async Task FiveMegabytes_AreRefusedByDefault_AndHandledWhereTheyAreAllowed()
    {
        await using var strict = await WebhookHost.StartAsync();
        await using var lenient = await WebhookHost.StartAsync(static options => options.MaxBodyBytes = FiveMegabytes);
        string[] bodies =
        [
            $"{{\"a\":\"{new string('x', FiveMegabytes - 8)}\"}}",
            $"{{\"a\":{new string('[', FiveMegabytes / 2 - 4)}{new string(']', FiveMegabytes / 2 - 4)}}}",
        ];

        foreach (var body in bodies)
        {
            (await strict.PostAsync(body)).Should().Be(HttpStatusCode.RequestEntityTooLarge);
            (await lenient.PostAsync(body)).Should().Be(HttpStatusCode.OK);
        }

        (await strict.PostAsync(WebhookSamples.Delivery)).Should().Be(HttpStatusCode.OK);
    }

    /// <summary>Requests that end early or break the rules of HTTP, on connections of their own.</summary>
    [Theory]
    [InlineData("Content-Length: 100\r\n\r\n{\"event\":")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n5\r\n{\"eve")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nzebra\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFF\r\n{")]
    [InlineData("Content-Length: 99999999999\r\n\r\n{}")]
    [InlineData("Content-Length: -1\r\n\r\n{}")]
    [InlineData("\r\n")]
    public async Task BrokenRequest_StopsNothing(string rest)
    {
        await using var host = await WebhookHost.StartAsync();

        using (var connection = new TcpClient())
        {
            await connection.ConnectAsync(IPAddress.Loopback, host.Client.BaseAddress!.Port, TestContext.Current.CancellationToken);
            var request = $"POST /webhooks/trackly/{WebhookHost.Secret} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{rest}";
            var stream = connection.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
            connection.Client.Shutdown(SocketShutdown.Send);
            (await ReadAsync(stream)).Should().MatchRegex("^(HTTP/1.1 4[0-9][0-9] |$)");
        }

        host.Received.Should().BeEmpty();
        (await host.PostAsync(WebhookSamples.Delivery)).Should().Be(HttpStatusCode.OK);
        host.OwnLog.Should().NotContain(static record => record.Level >= LogLevel.Error);
    }

    /// <summary>What the server wrote. Empty when it reset the connection instead.</summary>
    private static async Task<string> ReadAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream);
        try
        {
            return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static bool Parses(byte[] body)
    {
        try
        {
            return TracklyWebhookEvent.Parse(body) is not null;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
