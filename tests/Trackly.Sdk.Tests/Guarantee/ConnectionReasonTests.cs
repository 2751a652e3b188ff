using System.Net;
using FaultLab;
using Trackly.Sdk.Pipeline.Wire;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Guarantee;

/// <summary>Over real sockets: why no connection could be used, in the reason and the sentence, and whether it is tried again.</summary>
public sealed class ConnectionReasonTests
{
    /// <summary>A name that cannot exist, so that it is asked for at a proxy or not at all.</summary>
    private const string Name = "https://trackly.invalid/api/";

    public static TheoryData<ClientWiring> Wirings => WiredClient.Wirings;

    [Theory]
    [MemberData(nameof(Wirings))]
    public async Task Name_ThatDoesNotExist(ClientWiring wiring) =>
        await FailAsync(wiring, new Uri(Name), null, SendFailure.NameResolution, attempts: 2, "The name trackly.invalid, or that of a proxy, cannot be resolved.");

    [Theory]
    [MemberData(nameof(Wirings))]
    public async Task Port_WhereNothingListens(ClientWiring wiring)
    {
        await using var server = FaultServer.Start(ConnectionFaults.Refused);

        await FailAsync(wiring, server.BaseAddress, null, SendFailure.ConnectionRefused, attempts: 2, $"{server.BaseAddress.Authority}, or a proxy before it, refused the connection.");
    }

    [Theory]
    [MemberData(nameof(Wirings))]
    public async Task Certificate_ThatIsNotTrusted(ClientWiring wiring)
    {
        await using var server = FaultServer.Start(ConnectionFaults.UntrustedCertificate);

        await FailAsync(wiring, WithTls(server.BaseAddress), null, SendFailure.SecureConnection, attempts: 1, "No secure connection to 127.0.0.1:*: this machine does not trust its certificate");
    }

    [Theory]
    [MemberData(nameof(Wirings))]
    public async Task Port_ThatSpeaksPlainHttp(ClientWiring wiring)
    {
        await using var server = ReplyServer.StartHttp(400);

        await FailAsync(wiring, GetTlsAddress(server), null, SendFailure.SecureConnection, attempts: 1, "No secure connection to 127.0.0.1:*or what listens there does not speak TLS.");
        server.Connections.Should().Be(1);
    }

    [Theory]
    [MemberData(nameof(Wirings))]
    public async Task Handshake_ThatBreaksOff_IsTriedAgain(ClientWiring wiring)
    {
        await using var server = ReplyServer.StartAndBreakOff();

        await FailAsync(wiring, GetTlsAddress(server), null, SendFailure.SecureConnection, attempts: 2, "The secure connection to 127.0.0.1:* broke off while it was made.");
    }

    [Theory]
    [MemberData(nameof(Wirings))]
    public async Task Proxy_ThatAsksForCredentials(ClientWiring wiring)
    {
        await using var proxy = ReplyServer.StartHttp(407);

        // .NET 8 does not say which status the proxy responded with.
        if (Environment.Version.Major == 8)
            await FailAsync(wiring, new Uri(Name), proxy, SendFailure.Proxy, attempts: 2, "The proxy could not connect to trackly.invalid.");
        else
            await FailAsync(wiring, new Uri(Name), proxy, SendFailure.Proxy, attempts: 1, "The proxy refused to connect to trackly.invalid. Check its address, its credentials and what it permits.");
    }

    [Theory]
    [MemberData(nameof(Wirings))]
    public async Task Proxy_ThatCannotReachTheServer_IsTriedAgain(ClientWiring wiring)
    {
        await using var proxy = ReplyServer.StartHttp(502);

        await FailAsync(wiring, new Uri(Name), proxy, SendFailure.Proxy, attempts: 2, "The proxy could not connect to trackly.invalid.");
    }

    [Theory]
    [MemberData(nameof(Wirings))]
    public async Task SocksProxy_ThatRefuses(ClientWiring wiring)
    {
        await using var rules = ReplyServer.StartSocksThatRefuses();
        await using var unknown = ReplyServer.StartSocksThatKnowsNobody();

        await FailAsync(wiring, new Uri(Name), rules, SendFailure.Proxy, attempts: 1, "The proxy refused to connect to trackly.invalid.", scheme: "socks5");
        await FailAsync(wiring, new Uri(Name), unknown, SendFailure.Proxy, attempts: 1, "The proxy refused to connect to trackly.invalid.", scheme: "socks5");
    }

    [Theory]
    [MemberData(nameof(Wirings))]
    public async Task SocksProxy_ThatBreaksOff_IsTriedAgain(ClientWiring wiring)
    {
        await using var proxy = ReplyServer.StartAndBreakOff();

        await FailAsync(wiring, new Uri(Name), proxy, SendFailure.Proxy, attempts: 2, "The proxy could not connect to trackly.invalid.", scheme: "socks5");
    }

    [Fact]
    public async Task HttpClient_ThatHasBeenDisposed()
    {
        var httpClient = new HttpClient(DefaultConnections.CreateHandler());
        using var client = new TracklyClient(httpClient, Some.Options());
        httpClient.Dispose();

        var exception = (await client.Awaiting(static it => it.SendAsync(Some.Request())).Should().ThrowExactlyAsync<TracklyConnectionException>()).Which;

        exception.Message.Should().Be(
            "The HttpClient or a handler of it has been disposed. Create a client over one that lives as long as it is used. Nothing was sent, and no repeat helps until that is fixed.");
        exception.Attempts.Should().ContainSingle().Which.Failure.Should().Be(SendFailure.Disposed);
        exception.Outcome.Should().Be(SendOutcome.NotSent);
    }

    private static async Task FailAsync(ClientWiring wiring, Uri address, ReplyServer? proxy, SendFailure failure, int attempts, string sentence, string scheme = "http")
    {
        var clock = new TestClock();
        using var client = new WiredClient(wiring, address, clock, proxy: proxy is null ? null : new WebProxy($"{scheme}://127.0.0.1:{proxy.Port}"));

        var exception = (await client.Awaiting(static it => it.SendAsync(Some.Request(), static _ => false)).Should().ThrowAsync<TracklyConnectionException>()).Which;

        exception.Message.Should().Match(sentence + "*").And.Contain(attempts == 1 ? "no repeat helps until that is fixed" : "the same request may be sent again");
        exception.Attempts.Select(static attempt => (attempt.Failure, attempt.Progress, attempt.Outcome)).Should()
            .Equal(Enumerable.Repeat(((SendFailure?)failure, AttemptProgress.NeverStarted, SendOutcome.NotSent), attempts));
        exception.Outcome.Should().Be(SendOutcome.NotSent);
    }

    private static Uri WithTls(Uri address) => new UriBuilder(address) { Scheme = "https" }.Uri;

    private static Uri GetTlsAddress(ReplyServer server) => new($"https://127.0.0.1:{server.Port}/api/");
}
