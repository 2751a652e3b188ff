using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FaultLab;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests;

/// <summary>
/// Every way a send can go, against a server that echoes all it is told, with every sink open: none of them shows a number, a text, a name, a custom field,
/// metadata or the key.
/// </summary>
[Collection(ListensToTheProcess.Name)]
public sealed class CanaryTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The ways to come by a client. What a host may do to its log is part of it.</summary>
    public static TheoryData<string> Doors => ["constructor", "own HttpClient", "container", "container, redacting another header"];

    /// <summary>What the server answers: the name of the story, and its answers in order.</summary>
    private static readonly (string Name, string[] Answers)[] Stories =
    [
        ("accepted", [Http(200, """{"success":true,"message_id":"a1b2c3d4","status":"queued"}""")]),
        // One lower-case word is not told from a status: whoever prints a status prints it.
        .. Canary.Echoes.Where(static echo => echo is not ("marigold" or "loyalty_canary" or "order_canary"))
            .Select(static echo => ("accepted, echoed as status and more", (string[])[Http(200, Json(("success", true), ("message_id", "a1b2c3d4"), ("status", echo), (echo, echo)))])),
        ("accepted, numbers and text as id", [Http(201, Json(("message_id", "+1 (415) 555-0142")))]),
        ("accepted, text as id", [Http(201, Json(("message_id", Canary.Request.Body)))]),
        ("accepted, number as id", [Http(201, Json(("message_id", "14155550142")))]),
        .. Canary.Echoes.SelectMany(static echo => new[] { "missing_to", "invalid_phone", "list_not_found", "webhook_not_configured", echo, $"bad_{echo}" }
            .Select(code => ("refused with code", (string[])[Http(400, Json(("error", $"Cannot text {echo}."), ("code", code), ("message", Canary.Everything)))]))),
        .. new[] { 301, 307, 401, 402, 403, 404, 408, 413, 422, 425, 429, 500, 502, 503, 599, 777 }
            .Select(static status => ($"status {status}", (string[])[Http(status, Json(("error", Canary.Everything), ("message", Canary.Everything)))])),
        .. new[] { 400, 429, 502, 200 }.Select(static status => ($"HTML {status}", (string[])[Http(status, $"<html>{WebUtility.HtmlEncode(Canary.Everything)}</html>")])),
        ("come back later", [Http(503, Json(("error", Canary.Everything)), $"Retry-After: 86400\r\nX-Echo: {HeaderSafe(Canary.Everything)}\r\n")]),
        ("echo in a header", [Http(400, "", $"X-Echo: {HeaderSafe(Canary.Everything)}\r\nLocation: /?q={WebUtility.UrlEncode(Canary.Everything)}\r\n")]),
        ("refused within 200", [Http(200, Json(("success", false), ("error", Canary.Everything), ("code", Canary.Request.ContactData!.FirstName!)))]),
        .. Canary.Echoes.SelectMany(static echo => new[]
        {
            ("not JSON", (string[])[Http(200, echo)]),
            ("not an object", [Http(200, $"[{JsonSerializer.Serialize(echo)}]")]),
            ("said twice", [Http(200, $"{{{JsonSerializer.Serialize(echo)}:1,{JsonSerializer.Serialize(echo)}:2}}")]),
            ("wrong type", [Http(200, $"{{\"message_id\":{{{JsonSerializer.Serialize(echo)}:1}}}}")]),
            ("no id", [Http(200, Json((echo, echo)))]),
            ("half a character", [Http(200, $"{{\"message_id\":\"\\ud800{JavaScriptEncoder.Default.Encode(echo)}\"}}")]),
            ("cut short", [$"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n{{\"message_id\":\"{echo}"]),
            ("not a status line", [$"{HeaderSafe(echo)} HTTP\r\n\r\n"]),
            ("not a status", [$"HTTP/1.1 {HeaderSafe(echo)}\r\n\r\n"]),
            ("not a header", [$"HTTP/1.1 200 OK\r\n{HeaderSafe(echo)}\r\n\r\n"]),
            ("not a chunk", [$"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{HeaderSafe(echo)}\r\n"]),
        }),
        ("closed without an answer", [""]),
        ("retried, then accepted", [Http(500, Json(("error", Canary.Everything))), Http(429, Canary.Everything), Http(200, Json(("message_id", "a1b2c3d4")))]),
    ];

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task EverySink_OnEveryPath_ShowsNothingOfTheRequest(string door)
    {
        await using var server = FaultServer.Start();
        using var sinks = new Sinks();
        List<string> leaks = [];
        var heard = new HashSet<string>();

        await using (var client = Open(door, server.BaseAddress, sinks))
        {
            foreach (var (name, answers) in Stories)
            {
                server.Script = FaultScript.CreateSequence([.. answers.Select(Respond)]);
                await SendAsync(client.Client, Canary.Request, sinks, CancellationToken.None);
                server.Log.Received[^1].Body.Should().Contain(Canary.Request.To, name);
                Search(name);
            }

            await CancelAsync(client.Client, server, sinks);
            Search("cancelled under way");
            await SendAsync(client.Client, Canary.Request, sinks, new CancellationToken(canceled: true));
            Search("cancelled before");
            await SendAsync(client.Client, Canary.Request with { To = "415-555-0142", ListNumber = "0018005550199", Body = " " }, sinks, CancellationToken.None);
            Search("faulty");
            await SendAsync(client.Client, Canary.Request with { Metadata = new() { ["order_canary"] = double.NaN } }, sinks, CancellationToken.None);
            Search("no JSON");
        }

        await using (var impatient = Open(door, server.BaseAddress, sinks, static options => options.AttemptTimeout = TimeSpan.FromMilliseconds(100)))
        {
            server.Script = FaultScript.CreateSequence(ConnectionFaults.HangAfterBody);
            await SendAsync(impatient.Client, Canary.Request, sinks, CancellationToken.None);
            Search("timed out");
        }

        await using (var guarded = Open(door, server.BaseAddress, sinks, static options => options.RecipientPolicy = new() { Allow = { Canary.Request.ListNumber } }))
        {
            await SendAsync(guarded.Client, Canary.Request, sinks, CancellationToken.None);
            Search("blocked");
        }

        if (door == "own HttpClient")
        {
            await using var quoting = Open(door, server.BaseAddress, sinks, handlerQuotes: true);
            await SendAsync(quoting.Client, Canary.Request, sinks, CancellationToken.None);
            Search("a handler quotes the request");
        }

        await using (var refusing = FaultServer.Start(ConnectionFaults.Refused))
        await using (var lonely = Open(door, refusing.BaseAddress, sinks))
        {
            await SendAsync(lonely.Client, Canary.Request, sinks, CancellationToken.None);
            Search("nobody listens");
        }

        string.Join("\n", leaks.Take(10)).Should().BeEmpty($"there are {leaks.Count} leaks");
#if NET
        // .NET Framework's HttpClient has no telemetry of its own.
        heard.Should().Contain(["span System.Net.Http", "meter System.Net.Http"]);
#endif
        heard.Should().Contain(["log Trackly.Sdk", "span Trackly.Sdk", "meter Trackly.Sdk", "TracklyServerException.ToString",
            "TracklyResponseException.ToString", "TracklyTimeoutException.ToString", "TracklyCanceledException.ToString", "TracklyConnectionException.ToString",
            "TracklyValidationException.ToString", "TracklyRecipientBlockedException.ToString", "JsonException.ToString", "SendResponse", "TracklyErrorResponse"]);
        if (door.StartsWith("container", StringComparison.Ordinal))
            heard.Should().Contain(sink => sink.StartsWith("log System.Net.Http.HttpClient.Trackly.Sdk", StringComparison.Ordinal))
                .And.Contain("HttpRequestMessage");

        void Search(string path)
        {
            foreach (var (sink, text) in sinks.Take())
            {
                heard.Add(sink);
                if (sink != "span System.Net.Http event")
                    leaks.AddRange(Canary.FoundIn(text).Select(found => $"{path}: {sink} shows {found}: {text.Substring(0, Math.Min(300, text.Length))}"));
            }
        }
    }

    private static async Task SendAsync(ITracklyClient client, SendRequest request, Sinks sinks, CancellationToken cancellationToken)
    {
        try
        {
            var response = await client.SendAsync(request, cancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
            sinks.Catch("SendResponse", $"{response} {response.Status} {string.Join(" ", response.Attempts)}");
        }
        catch (TracklyCanceledException failure)
        {
            sinks.Catch(failure);
            sinks.Catch("Attempts", string.Join(" ", failure.Attempts));
        }
        catch (TracklyException failure)
        {
            sinks.Catch(failure);
            sinks.Catch("Attempts", string.Join(" ", failure.Attempts));
            if (failure is TracklyApiException refused)
                sinks.Catch("TracklyErrorResponse", $"{refused.Response}");
            if (failure is TracklyValidationException faulty)
                sinks.Catch("TracklyValidationError", string.Join(" ", faulty.Errors));
        }

        sinks.Catch("SendRequest", $"{request} {request.ContactData}");
    }

    private static async Task CancelAsync(ITracklyClient client, FaultServer server, Sinks sinks)
    {
        using var cancellation = new CancellationTokenSource();
        var received = server.Log.Received.Count;
        server.Script = FaultScript.CreateSequence(ConnectionFaults.HangAfterBody);
        var sending = SendAsync(client, Canary.Request, sinks, cancellation.Token);
        await server.WaitForAsync(log => log.Received.Count > received, TestContext.Current.CancellationToken);
        await cancellation.CancelAsync();
        await sending;
    }

    private static OpenDoor Open(string door, Uri address, Sinks sinks, Action<TracklyClientOptions>? configure = null, bool handlerQuotes = false)
    {
        void Configure(TracklyClientOptions options)
        {
            options.ApiKey = Canary.Key;
            options.BaseAddress = address;
            options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
            configure?.Invoke(options);
            sinks.Catch("TracklyClientOptions", $"{options} {options.Retry} {options.RecipientPolicy}");
        }

        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(sinks.Provider));
        if (door.StartsWith("container", StringComparison.Ordinal))
        {
            var builder = services.AddTrackly(Configure).AddHttpMessageHandler(() => new HostsHandler(request => sinks.Catch("HttpRequestMessage", request), quotes: false));
            if (door.EndsWith("another header", StringComparison.Ordinal))
                builder.RedactLoggedHeaders(["X-Other"]);
            var container = services.BuildServiceProvider();
            return new OpenDoor(container.GetRequiredService<ITracklyClient>(), container, null);
        }

        var provider = services.BuildServiceProvider();
        var options = new TracklyClientOptions();
        Configure(options);
        var logs = provider.GetRequiredService<ILoggerFactory>();
        if (door == "constructor")
            return new OpenDoor(new TracklyClient(options, logs), provider, null);
        // Headers are what a caller's own HttpClient has to see: only what the SDK hangs on the request is caught there.
        var httpClient = new HttpClient(
            new HostsHandler(request => sinks.Catch("HttpRequestMessage", request.Split('{')[0]), handlerQuotes) { InnerHandler = new HttpClientHandler() });
        return new OpenDoor(new TracklyClient(httpClient, options, logs), provider, httpClient);
    }

    /// <summary>Sends the bytes as they are, HTTP or not, and closes the connection.</summary>
    private static Fault Respond(string bytes) => new() { Response = ScriptedResponse.CreateRaw(bytes), End = ConnectionEnd.Close };

    private static string Http(int status, string body, string headers = "") =>
        $"HTTP/1.1 {status} Status\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n{headers}\r\n{body}";

    private static string Json(params (string Name, object Value)[] members)
    {
        var json = new JsonObject();
        foreach (var (name, value) in members)
            json[name] = value is bool flag ? flag : (string)value;
        return json.ToJsonString();
    }

    /// <summary>A head is made of lines.</summary>
    private static string HeaderSafe(string text) => text.Replace('\n', ' ');

    /// <summary>Prints the requests that pass by, and may fail with a text that quotes one.</summary>
    private sealed class HostsHandler(Action<string> print, bool quotes) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
#if NET
            var options = request.Options;
#else
            var options = request.Properties;
#endif
            print(string.Join(" ", options.Select(static option => $"{option.Key}={option.Value}").Append($"{request}")));
            if (quotes)
                throw new InvalidOperationException($"Broken: {await request.Content!.ReadAsStringAsync(cancellationToken)}", new IOException(Canary.Key));
            return await base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class OpenDoor(ITracklyClient client, ServiceProvider provider, HttpClient? httpClient) : IAsyncDisposable
    {
        public ITracklyClient Client { get; } = client;

        public async ValueTask DisposeAsync()
        {
            (Client as IDisposable)?.Dispose();
            httpClient?.Dispose();
            await provider.DisposeAsync();
        }
    }
}
