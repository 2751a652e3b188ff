using System.Net;
using System.Text.RegularExpressions;
using Trackly.Sdk.Testing;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>The files of the page, and which requests are allowed beside the API.</summary>
public sealed class ControlApiOriginTests : ControlApiTest
{
    private string Self => $"http://127.0.0.1:{Emulator.InboxAddress.Port}";

    [Theory]
    [InlineData("/", "text/html", "<!doctype html>")]
    [InlineData("/_emulator/inbox.css", "text/css", "{")]
    [InlineData("/_emulator/inbox.js", "text/javascript", "./events.js")]
    [InlineData("/_emulator/events.js", "text/javascript", "EventSource")]
    [InlineData("/_emulator/icon.svg", "image/svg+xml", "<svg")]
    public async Task Page_IsServed_AndMayLoadNothingFromElsewhere(string path, string mediaType, string holds)
    {
        using var response = await SendAsync("GET", path);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.Should().Be(mediaType);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Contain(holds);
        response.Headers.GetValues("Content-Security-Policy").Should().Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        response.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
    }

    [Fact]
    public async Task TheFilesThatThePageNames_AreKept_UntilThePageNamesOthers()
    {
        using var response = await SendAsync("GET", "/");
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var paths = Regex.Matches(page, "(?:src|href)=\"([^\"]+)\"").Select(match => match.Groups[1].Value).Distinct().ToList();

        paths.Should().HaveCount(4);
        foreach (var path in paths)
        {
            using var file = await SendAsync("GET", path);
            using var same = await SendAsync("GET", "/_emulator/" + path.Split('/')[^1]);

            path.Should().MatchRegex("^/_emulator/[0-9A-F]{16}/[a-z.]+$");
            file.Headers.CacheControl!.ToString().Should().Be("max-age=31536000, immutable");
            file.Headers.GetValues("Content-Security-Policy").Should().Equal(same.Headers.GetValues("Content-Security-Policy"));
            (await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))
                .Should().Equal(await same.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/_emulator/inbox.js")]
    [InlineData("/_emulator/messages")]
    [InlineData("/_emulator/messages/Na1T6x7o")]
    [InlineData("/_emulator/faults")]
    [InlineData("/_emulator/state")]
    [InlineData("/_emulator/events")]
    public async Task Head_IsAllowed_WhereverGetIs(string path)
    {
        await QueueAsync("Hi");
        using var get = await SendAsync("GET", path);

        using var head = await SendAsync("HEAD", path);

        head.StatusCode.Should().Be(HttpStatusCode.OK);
        head.Content.Headers.ContentType.Should().Be(get.Content.Headers.ContentType);
        (await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Should().BeEmpty();
    }

    public static TheoryData<string> Paths => ["/", "/api/v2/send", "/_emulator/inbox.js", "/_emulator/messages", "/_emulator/state", "/_emulator/events", "/_emulator/nothing"];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task APageOfAnotherOrigin_GetsNothing(string path)
    {
        (string, string)[][] foreign =
        [
            [("Host", "evil.example")],
            [("Host", $"evil.example:{Emulator.InboxAddress.Port}")],
            [("Host", "127.0.0.1.evil.example")],
            [("Host", "192.0.2.1")],
            [("Host", Environment.MachineName + ".evil")],
            [("Origin", "https://evil.example")],
            [("Origin", "null")],
            [("Origin", "http://127.0.0.1:1")],
            [("Origin", Self.Replace("http:", "https:", StringComparison.Ordinal))],
            [("Sec-Fetch-Site", "cross-site")],
        ];
        foreach (var headers in foreign)
            (await CallAsync(path == "/api/v2/send" ? "POST" : "GET", path, json: null, headers)).Status.Should().Be(HttpStatusCode.Forbidden, string.Join(' ', headers));
    }

    [Fact]
    public async Task ASend_ThatAWebPageOfAnotherOriginMakes_QueuesNothing_AndSaysHowToAllowAName()
    {
        const string Json = """{"to":"+14155551234","list_number":"+18005551000","body":"Hi"}""";

        var rebound = await CallAsync("POST", "/api/v2/send", Json, ("X-Api-Key", Emulator.ApiKey), ("Host", "evil.example"));
        var foreign = await CallAsync("POST", "/api/v2/send", Json, ("X-Api-Key", Emulator.ApiKey), ("Origin", "https://evil.example"));

        (rebound.Status, foreign.Status).Should().Be((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden));
        rebound.Error.Should().Contain("--allow-host").And.Contain("AllowedHosts");
        Emulator.Messages.Should().BeEmpty();
    }

    [Theory]
    [InlineData("emulator", "emulator:5080", true)]
    [InlineData("emulator", "EMULATOR", true)]
    [InlineData("emulator", "emulator.evil.example", false)]
    [InlineData("emulator", "app.localhost:5080", true)]
    [InlineData("emulator", "localhost.evil.example", false)]
    [InlineData("emulator", "evillocalhost", false)]
    public async Task AnAllowedHost_IsLetIn_AndSoIsAnyNameUnderLocalhost(string allowed, string host, bool isLetIn)
    {
        await using var emulator = await TracklyEmulator.StartAsync(new() { AllowedHosts = { allowed } }, TestContext.Current.CancellationToken);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Host = host;
        http.DefaultRequestHeaders.Add("Origin", $"http://{host}");

        foreach (var path in new[] { "_emulator/state", "api/v2/send" })
        {
            using var response = await http.GetAsync(new Uri(emulator.InboxAddress, path), TestContext.Current.CancellationToken);
            (response.StatusCode != HttpStatusCode.Forbidden).Should().Be(isLetIn, path);
        }
    }

    [Theory]
    [InlineData("DELETE", "/_emulator/messages")]
    [InlineData("POST", "/_emulator/faults")]
    [InlineData("PUT", "/_emulator/faults")]
    [InlineData("DELETE", "/_emulator/faults")]
    public async Task APageOfAnotherOrigin_ChangesNothing(string method, string path)
    {
        await QueueAsync("Hi");
        Emulator.ForAll().After(TimeSpan.FromTicks(1)).Accepts();

        var response = await CallAsync(method, path, """{"kind":"hang","faults":[]}""", ("Origin", "https://evil.example"), ("Sec-Fetch-Site", "cross-site"));

        response.Status.Should().Be(HttpStatusCode.Forbidden);
        response.Error.Should().NotBeEmpty();
        Emulator.Messages.Should().ContainSingle();
        (await CallAsync("GET", "/_emulator/faults")).Json.GetProperty("faults").GetArrayLength().Should().Be(1);
    }

    [Fact]
    public async Task TheOwnPage_AndToolsThatAreNoBrowser_AreLetIn()
    {
        var port = Emulator.InboxAddress.Port;
        (string, string)[][] own =
        [
            [],
            [("Origin", Self), ("Sec-Fetch-Site", "same-origin")],
            [("Sec-Fetch-Site", "none")],
            [("Host", $"localhost:{port}"), ("Origin", $"http://localhost:{port}")],
            [("Host", $"LocalHost:{port}")],
            [("Host", $"[::1]:{port}"), ("Origin", $"http://[::1]:{port}")],
            [("Host", "127.0.0.2:8080"), ("Origin", "http://127.0.0.2:8080")],
        ];
        foreach (var headers in own)
            (await CallAsync("GET", "/_emulator/state", json: null, headers)).Status.Should().Be(HttpStatusCode.OK, string.Join(' ', headers));
    }

    [Fact]
    public async Task State_NamesTheApiAsTheCallerKnowsIt() =>
        (await CallAsync("GET", "/_emulator/state", json: null, ("Host", "localhost:8080"))).Json.GetProperty("api").GetString().Should().Be("http://localhost:8080/api/");

    [Theory]
    [InlineData("0.0.0.0", "192.0.2.1", true)]
    [InlineData("0.0.0.0", "localhost", true)]
    [InlineData("0.0.0.0", "evil.example", false)]
    [InlineData("::", "[2001:db8::1]", true)]
    public async Task BoundBeyondLoopback_AddressesAreLetIn_AndForeignNamesAreNot(string address, string host, bool isLetIn)
    {
        await using var emulator = await TracklyEmulator.StartAsync(new() { Address = IPAddress.Parse(address) }, TestContext.Current.CancellationToken);
        emulator.InboxAddress.IsLoopback.Should().BeTrue("it is the address to call from this machine");
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Host = host;

        using var response = await http.GetAsync(new Uri(emulator.InboxAddress, "_emulator/state"), TestContext.Current.CancellationToken);

        response.StatusCode.Should().Be(isLetIn ? HttpStatusCode.OK : HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("GET", "/_emulator", HttpStatusCode.NotFound, null)]
    [InlineData("GET", "/_emulator/messages/", HttpStatusCode.NotFound, null)]
    [InlineData("GET", "/_emulator/faults/1/2", HttpStatusCode.NotFound, null)]
    [InlineData("GET", "/_emulator/inbox.txt", HttpStatusCode.NotFound, null)]
    [InlineData("GET", "/_emulator/../inbox.js", HttpStatusCode.NotFound, null)]
    [InlineData("POST", "/", HttpStatusCode.MethodNotAllowed, "GET, HEAD")]
    [InlineData("PUT", "/_emulator/messages", HttpStatusCode.MethodNotAllowed, "GET, HEAD, DELETE")]
    [InlineData("DELETE", "/_emulator/messages/Na1T6x7o", HttpStatusCode.MethodNotAllowed, "GET, HEAD")]
    [InlineData("PATCH", "/_emulator/faults", HttpStatusCode.MethodNotAllowed, "GET, HEAD, POST, PUT, DELETE")]
    [InlineData("PUT", "/_emulator/faults/1", HttpStatusCode.MethodNotAllowed, "GET, HEAD, DELETE")]
    [InlineData("GET", "/_emulator/webhooks/1/send", HttpStatusCode.MethodNotAllowed, "POST")]
    [InlineData("POST", "/_emulator/accounts/default", HttpStatusCode.MethodNotAllowed, "GET, HEAD, PUT")]
    [InlineData("POST", "/_emulator/events", HttpStatusCode.MethodNotAllowed, "GET, HEAD")]
    [InlineData("POST", "/_emulator/state", HttpStatusCode.MethodNotAllowed, "GET, HEAD")]
    public async Task APathOrMethodThatIsNot_IsRefused(string method, string path, HttpStatusCode status, string? allow)
    {
        using var response = await SendAsync(method, path);

        response.StatusCode.Should().Be(status);
        response.Content.Headers.Allow.Should().Equal(allow?.Split(", ") ?? []);
    }
}
