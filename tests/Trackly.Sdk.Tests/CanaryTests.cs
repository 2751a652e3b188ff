using FaultLab;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests;

/// <summary>
/// Every result of a send, against a server that echoes the request, with every log, span, metric and exception captured: none shows a number, message, name,
/// custom field, metadata or key.
/// </summary>
[Collection(ListensToTheProcess.Name)]
public sealed class CanaryTests
{
    private static readonly TimeSpan MaxDuration = TimeSpan.FromSeconds(30);

    [Theory]
    [MemberData(nameof(CanaryClient.Wirings), MemberType = typeof(CanaryClient))]
    public async Task EverySink_OnEveryPath_ShowsNothingOfTheRequest(string wiring)
    {
        await using var server = FaultServer.Start();
        using var sinks = new Sinks();
        List<string> leaks = [];
        var seen = new HashSet<string>();

        await using (var client = new CanaryClient(wiring, server.BaseAddress, sinks))
        {
            foreach (var (name, responses) in CanaryResponses.All)
            {
                server.Script = FaultScript.CreateSequence(responses);
                await SendAsync(client.Client, Canary.Request, sinks, CancellationToken.None);
                server.Log.Received[^1].Body.Should().Contain(Canary.Request.To, name);
                Search(name);
            }

            await CancelAsync(client.Client, server, sinks);
            Search("canceled in progress");
            await SendAsync(client.Client, Canary.Request, sinks, new CancellationToken(canceled: true));
            Search("canceled before");
            await SendAsync(client.Client, Canary.Request with { To = "415-555-0142", ListNumber = "0018005550199", Body = " " }, sinks, CancellationToken.None);
            Search("invalid");
            await SendAsync(client.Client, Canary.Request with { Metadata = new() { ["ratio"] = double.NaN, ["order_canary"] = "FL-Mingo-Z" } }, sinks, CancellationToken.None);
            Search("not serializable");

            foreach (var (name, responses) in CanaryResponses.All.Where(static (response, index) => index % 10 == 0 || response.Name.StartsWith("bulk", StringComparison.Ordinal)))
            {
                server.Script = FaultScript.CreateSequence(responses);
                await SendManyAsync(client.Client, sinks);
                Search("stream, " + name);
                server.Script = FaultScript.CreateSequence(responses);
                await SendBulkAsync(client.Client, Canary.Request with { Metadata = null }, sinks);
                Search("bulk, " + name);
            }

            await SendBulkAsync(client.Client, Canary.Request with { To = "415-555-0142" }, sinks);
            Search("invalid bulk");
        }

        await using (var impatient = new CanaryClient(wiring, server.BaseAddress, sinks, static options => options.AttemptTimeout = TimeSpan.FromMilliseconds(100)))
        {
            server.Script = FaultScript.CreateSequence(ConnectionFaults.HangAfterBody);
            await SendAsync(impatient.Client, Canary.Request, sinks, CancellationToken.None);
            Search("timed out");
        }

        await using (var blocked = new CanaryClient(wiring, server.BaseAddress, sinks, static options => options.RecipientPolicy = new() { Allow = { Canary.Request.ListNumber } }))
        {
            await SendAsync(blocked.Client, Canary.Request, sinks, CancellationToken.None);
            Search("blocked");
        }

        await using (var unreachable = FaultServer.Start(ConnectionFaults.Refused))
        await using (var refused = new CanaryClient(wiring, unreachable.BaseAddress, sinks))
        {
            await SendAsync(refused.Client, Canary.Request, sinks, CancellationToken.None);
            Search("connection refused");
        }

        string.Join("\n", leaks.Take(10)).Should().BeEmpty($"there are {leaks.Count} leaks");
#if NET
        // .NET Framework's HttpClient has no telemetry of its own.
        seen.Should().Contain(["span System.Net.Http", "meter System.Net.Http"]);
#endif
        seen.Should().Contain(["log Trackly.Sdk", "span Trackly.Sdk", "meter Trackly.Sdk", "TracklyServerException.ToString",
            "TracklyResponseException.ToString", "TracklyTimeoutException.ToString", "TracklyCanceledException.ToString", "TracklyConnectionException.ToString",
            "TracklyValidationException.ToString", "TracklyRecipientBlockedException.ToString", "SendResponse", "SendResult",
            "TracklyErrorResponse"]);
        if (wiring.StartsWith("AddTrackly", StringComparison.Ordinal))
            seen.Should().Contain("HttpRequestMessage");
        seen.Any(static sink => sink.StartsWith("log System.Net.Http.HttpClient", StringComparison.Ordinal)).Should().Be(wiring.Contains("logging"));

        void Search(string path)
        {
            foreach (var (sink, text) in sinks.Take())
            {
                seen.Add(sink);
                if (sink != "span System.Net.Http event")
                    leaks.AddRange(Canary.FoundIn(text).Select(found => $"{path}: {sink} shows {found}: {text.Substring(0, Math.Min(300, text.Length))}"));
            }
        }
    }

    private static async Task SendAsync(ITracklyClient client, SendRequest request, Sinks sinks, CancellationToken cancellationToken)
    {
        try
        {
            var response = await client.SendAsync(request, cancellationToken).WaitAsync(MaxDuration, TestContext.Current.CancellationToken);
            sinks.Catch("SendResponse", $"{response} {response.Status} {string.Join(" ", response.Attempts)}");
        }
        catch (TracklyCanceledException exception)
        {
            sinks.Catch(exception);
            sinks.Catch("Attempts", string.Join(" ", exception.Attempts));
        }
        catch (TracklyException exception)
        {
            sinks.Catch(exception);
            sinks.Catch("Attempts", string.Join(" ", exception.Attempts));
            if (exception is TracklyApiException rejected)
                sinks.Catch("TracklyErrorResponse", $"{rejected.Response}");
            if (exception is TracklyValidationException invalid)
                sinks.Catch("TracklyValidationError", string.Join(" ", invalid.Errors));
        }

        sinks.Catch("SendRequest", $"{request} {request.ContactData}");
    }

    private static async Task SendManyAsync(TracklyClient client, Sinks sinks)
    {
        try
        {
            await foreach (var result in client.SendManyAsync([Canary.Request], cancellationToken: TestContext.Current.CancellationToken))
            {
                sinks.Catch("SendResult", $"{result}");
                sinks.Catch(result.Failure);
            }
        }
        catch (TracklyException exception)
        {
            sinks.Catch(exception);
        }
    }

    private static async Task SendBulkAsync(TracklyClient client, SendRequest request, Sinks sinks)
    {
        try
        {
            var response = await client.SendBulkAsync([request], TestContext.Current.CancellationToken);
            sinks.Catch("BulkSendResponse", $"{response} {string.Join(" ", response.Results)}");
            sinks.Catch(response.Results[0].Failure);
        }
        catch (TracklyException exception)
        {
            sinks.Catch(exception);
        }
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
}
