using System.Net;

namespace FaultLab.Tests;

/// <summary>The HTTP/2 server against HttpClient, an independent implementation of the protocol.</summary>
public sealed class Http2FaultServerTests
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public void EveryFault_HasItsRow() =>
        Rows.Select(row => row.Data.Item1).Should().BeEquivalentTo(Http2Faults.All.Select(fault => fault.Name)).And.OnlyHaveUniqueItems();

    /// <summary>
    /// Fault, heads, messages received, what the client sees.
    /// SocketsHttpHandler repeats a request that the server calls unprocessed up to three times: hence the fours.
    /// </summary>
    public static TheoryData<string, int, int, string> Rows { get; } = new()
    {
        { nameof(Http2Faults.Accepted), 1, 1, "200 whole" },
        { nameof(Http2Faults.InternalServerError), 1, 1, "500 whole" },
        { nameof(Http2Faults.GoAwayBeforeProcessing), 4, 0, "http/2 error 0" },
        { nameof(Http2Faults.GoAwayBeforeProcessingAfterBody), 4, 4, "http/2 error 0" },
        { nameof(Http2Faults.GoAwayThenClose), 1, 1, Environment.Version.Major >= 10 ? "http/2 error 0" : "closed" },
        { nameof(Http2Faults.GoAwayThenAccepted), 1, 1, "200 whole" },
        { nameof(Http2Faults.RefusedOnHead), 4, 0, "http/2 error 7" },
        { nameof(Http2Faults.RefusedAfterBody), 4, 4, "http/2 error 7" },
        { nameof(Http2Faults.InternalErrorAfterBody), 1, 1, "http/2 error 2" },
        { nameof(Http2Faults.CancelInBody), 1, 0, "http/2 error 8" },
        { nameof(Http2Faults.PayloadTooLargeInBody), 1, 0, "413 whole" },
        { nameof(Http2Faults.Found), 1, 1, "302 whole" },
        { nameof(Http2Faults.FoundOnHead), 1, 0, "302 whole" },
        { nameof(Http2Faults.TemporaryRedirect), 1, 1, "307 whole" },
        { nameof(Http2Faults.TemporaryRedirectOnHead), 1, 0, "307 whole" },
        { nameof(Http2Faults.ResetInResponse), 1, 1, "200 http/2 error 2" },
        { nameof(Http2Faults.CloseAfterBody), 1, 1, "closed" },
        { nameof(Http2Faults.HangAfterBody), 1, 1, "silence" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Fault_LooksToAClientAsItsNameSays_AndIsLogged(string name, int heads, int received, string result)
    {
        var fault = Http2Faults.Find(name);
        await using var server = Http2FaultServer.Start(fault);
        using var client = new ProbeClient(server.BaseAddress, HttpVersion.Version20);

        var sending = client.SendAsync();
        if (result is "silence")
        {
            await server.WaitForAsync(log => log.Received.Count == received, Canceled);
            client.Leave();
        }

        (await sending).Should().Be(result);
        await server.WaitUntilIdleAsync(Canceled);
        (server.Log.Heads, server.Log.Received.Count).Should().Be((heads, received));
        server.Log.GetMessages(fault.Meaning).Should().Equal(server.Log.Received);
    }

    [Fact]
    public async Task Streams_TakeTheFaultsInSequence()
    {
        await using var server = Http2FaultServer.Start(Http2Faults.InternalErrorAfterBody, Http2Faults.InternalServerError, Http2Faults.Accepted);
        using var client = new ProbeClient(server.BaseAddress, HttpVersion.Version20);

        string[] results = [await client.SendAsync("a"), await client.SendAsync("b"), await client.SendAsync("c")];

        results.Should().Equal("http/2 error 2", "500 whole", "200 whole");
        await server.WaitUntilIdleAsync(Canceled);
        server.Log.Connections.Should().Be(1, "a reset stream does not end its connection");
        server.Log.GetMessages(ResponseMeaning.Accepted).Select(message => message.Id).Should().Equal("c");
    }

    [Fact]
    public async Task LargeMessages_OnOneConnection_ArriveWhole()
    {
        await using var server = Http2FaultServer.Start();
        using var client = new ProbeClient(server.BaseAddress, HttpVersion.Version20);

        (await client.SendAsync("a", padding: 300_000), await client.SendAsync("b", padding: 300_000)).Should().Be(("200 whole", "200 whole"));

        server.Log.Connections.Should().Be(1);
        server.Log.Received.Select(message => message.Id).Should().Equal("a", "b");
        server.Log.Received.Should().OnlyContain(message => message.Body.Length > 300_000);
    }

    [Theory]
    [InlineData(nameof(Http2Faults.FoundOnHead), true, false)]
    [InlineData(nameof(Http2Faults.TemporaryRedirectOnHead), false, true)]
    [InlineData(nameof(Http2Faults.TemporaryRedirect), false, true)]
    public async Task Redirect_Followed_IsRecordedAtTheTarget(string fault, bool expectsContinue, bool reachesTarget)
    {
        await using var target = Http2FaultServer.Start();
        await using var server = Http2FaultServer.Start(target.BaseAddress, Http2Faults.Find(fault));
        using var http = new HttpClient { DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        http.DefaultRequestHeaders.Add("X-Marker", "head-marker");
        http.DefaultRequestHeaders.ExpectContinue = expectsContinue;

        using var response = await http.PostAsync(new Uri(server.BaseAddress, "v2/send"), new StringContent("body-marker" + new string('x', 2_000)), Canceled);
        await target.WaitUntilIdleAsync(Canceled);

        target.Log.GetText().Should().Contain("head-marker", "HttpClient does not compress the values of headers");
        target.Log.GetText().Contains("body-marker", StringComparison.Ordinal).Should().Be(reachesTarget);
    }
}
