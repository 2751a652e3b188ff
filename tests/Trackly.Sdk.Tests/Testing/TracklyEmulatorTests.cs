using System.Net;
using System.Net.Sockets;
using System.Text;
using Trackly.Sdk.Testing;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>How emulators start, run side by side and stop.</summary>
public sealed class TracklyEmulatorTests
{
    private const string Good = """{"to":"+14155551234","list_number":"+18005551000","body":"Hi"}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task StartAsync_WithoutOptions_IsReadyToUse()
    {
        await using var emulator = await TracklyEmulator.StartAsync(cancellationToken: Token);
        using var caller = new RawCaller(emulator);

        emulator.BaseAddress.AbsoluteUri.Should().MatchRegex("^http://127\\.0\\.0\\.1:[1-9][0-9]*/api/$");
        emulator.ApiKey.Should().Be("trk_your_api_key_here", "the examples of the documentation and of the inbox then work as they stand");
        emulator.ListNumber.Should().Be("+18005551000");
        emulator.Messages.Should().BeEmpty();
        (await caller.SendAsync(Good)).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task StartAsync_WithOptions_UsesThemAsTheyWereAtTheStart()
    {
        var options = new TracklyEmulatorOptions { ApiKey = "trk_mine", ListNumber = "+4930123456", UnverifiedListNumber = "+4930654321" };
        await using var emulator = await TracklyEmulator.StartAsync(options, Token);
        using var caller = new RawCaller(emulator);
        options.ApiKey = "trk_changed";
        options.ListNumber = "+18005551000";

        emulator.ApiKey.Should().Be("trk_mine");
        emulator.ListNumber.Should().Be("+4930123456");
        (await caller.SendAsync(Good)).Code.Should().Be("list_not_found");
        (await caller.SendAsync(Good.Replace("+18005551000", "+4930123456", StringComparison.Ordinal))).Status.Should().Be(HttpStatusCode.OK);
        (await caller.SendAsync(Good.Replace("+18005551000", "+4930654321", StringComparison.Ordinal))).Code.Should().Be("webhook_not_configured");
    }

    public static TheoryData<TracklyEmulatorOptions, string> UnusableOptions => new()
    {
        { new() { ApiKey = null! }, "ApiKey must be visible ASCII*" },
        { new() { ApiKey = "" }, "ApiKey must be visible ASCII*" },
        { new() { ApiKey = "trk_a b" }, "ApiKey must be visible ASCII*" },
        { new() { ApiKey = "trk_\n" }, "ApiKey must be visible ASCII*" },
        { new() { ApiKey = "trk_é" }, "ApiKey must be visible ASCII*" },
        { new() { ListNumber = null! }, "ListNumber must be in E.164 format, such as +18005551000.*" },
        { new() { ListNumber = "8005551000" }, "ListNumber must be in E.164 format, such as +18005551000.*" },
        { new() { UnverifiedListNumber = "" }, "UnverifiedListNumber must be in E.164 format, such as +18005552000.*" },
        { new() { UnverifiedListNumber = "+18005551000" }, "UnverifiedListNumber must differ from ListNumber*" },
        { new() { TimeProvider = null! }, "TimeProvider must not be null*" },
    };

    [Theory]
    [MemberData(nameof(UnusableOptions), DisableDiscoveryEnumeration = true)]
    public async Task StartAsync_AnUnusableOption_NamesItAndSaysWhatWouldBeRight(TracklyEmulatorOptions options, string message)
    {
        var start = () => TracklyEmulator.StartAsync(options, Token);

        (await start.Should().ThrowAsync<ArgumentException>().WithMessage(message)).Which.ParamName.Should().Be("options");
    }

    [Fact]
    public async Task StartAsync_AlreadyCanceled_Throws()
    {
        var start = () => TracklyEmulator.StartAsync(cancellationToken: new CancellationToken(canceled: true));

        await start.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task TwoEmulators_SideBySide_ShareNothing()
    {
        await using var one = await TracklyEmulator.StartAsync(new() { ApiKey = "trk_one" }, Token);
        await using var other = await TracklyEmulator.StartAsync(new() { ApiKey = "trk_other" }, Token);
        using var caller = new RawCaller(one);

        await caller.SendAsync(Good);

        one.BaseAddress.Should().NotBe(other.BaseAddress);
        one.Messages.Should().ContainSingle();
        other.Messages.Should().BeEmpty();
    }

    [Fact]
    public async Task DisposeAsync_WithAConnectionStillOpen_FreesThePortAndKeepsTheMessages()
    {
        var emulator = await TracklyEmulator.StartAsync(cancellationToken: Token);
        using var caller = new RawCaller(emulator);
        await caller.SendAsync(Good);

        await emulator.DisposeAsync();
        await emulator.DisposeAsync();

        emulator.Messages.Should().ContainSingle();
        using var socket = new TcpClient();
        var connect = async () => await socket.ConnectAsync(IPAddress.Loopback, emulator.BaseAddress.Port, Token);
        (await connect.Should().ThrowAsync<SocketException>()).Which.SocketErrorCode.Should().Be(SocketError.ConnectionRefused);
    }

    [Fact]
    public async Task DisposeAsync_WhileAClientStallsInItsRequest_CutsItOffAndQueuesNothing()
    {
        var emulator = await TracklyEmulator.StartAsync(cancellationToken: Token);
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, emulator.BaseAddress.Port, Token);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /api/v2/send HTTP/1.1\r\nHost: localhost\r\nX-Api-Key: {emulator.ApiKey}\r\n"
            + "Content-Type: application/json\r\nContent-Length: 100\r\nExpect: 100-continue\r\n\r\n"), Token);

        // The interim response says that the emulator waits for the body, which never comes.
        var interim = new byte["HTTP/1.1 100".Length];
        await stream.ReadExactlyAsync(interim, Token);
        await emulator.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30), Token);

        Encoding.ASCII.GetString(interim).Should().Be("HTTP/1.1 100");
        emulator.Messages.Should().BeEmpty();
    }
}
