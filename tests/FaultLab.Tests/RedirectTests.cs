namespace FaultLab.Tests;

/// <summary>Redirects to a second server, which records what reaches it.</summary>
public sealed class RedirectTests
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Redirect_PointsToTheTarget_WhichRecordsNothingUntilAClientFollows()
    {
        await using var target = FaultServer.Start();
        await using var server = FaultServer.Start(FaultScript.CreateSequence(Redirects.PermanentRedirect), redirectTarget: target.BaseAddress);
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });

        using var response = await http.PostAsync(new Uri(server.BaseAddress, "v2/send"), new StringContent("{}"), Canceled);

        response.Headers.Location.Should().Be(new Uri(target.BaseAddress, "v2/send"));
        await target.WaitUntilIdleAsync(Canceled);
        target.Log.Connections.Should().Be(0, "the probe of WaitUntilIdleAsync is not a client");
        target.Log.GetText().Should().BeEmpty();
    }

    /// <summary>Fault, whether the client expects 100 Continue, the method at the target, whether the first server gets the body, whether the target does.</summary>
    public static TheoryData<string, bool, string, bool, bool> Followed { get; } = new()
    {
        { nameof(Redirects.MovedPermanently), false, "GET", true, false },
        { nameof(Redirects.Found), true, "GET", true, false },
        { nameof(Redirects.TemporaryRedirect), true, "POST", true, true },
        { nameof(Redirects.MovedPermanentlyBeforeBody), true, "GET", false, false },
        { nameof(Redirects.FoundBeforeBody), true, "GET", false, false },
        { nameof(Redirects.SeeOtherBeforeBody), true, "GET", false, false },
        { nameof(Redirects.TemporaryRedirectBeforeBody), true, "POST", false, true },
        { nameof(Redirects.PermanentRedirectBeforeBody), true, "POST", false, true },
    };

    [Theory]
    [MemberData(nameof(Followed))]
    public async Task Redirect_Followed_RecordsEveryByteAtBothServers(string fault, bool expectsContinue, string method, bool reachesServer, bool reachesTarget)
    {
        await using var target = FaultServer.Start();
        await using var server = FaultServer.Start(FaultScript.CreateSequence(Faults.Find(fault)), redirectTarget: target.BaseAddress);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.BaseAddress, "v2/send"))
        {
            Headers = { ExpectContinue = expectsContinue },
            // HttpClient sends shorter bodies in any case.
            Content = new StringContent("marker" + new string('x', 2_000)),
        };

        using var response = await http.SendAsync(request, Canceled);
        await server.WaitUntilIdleAsync(Canceled);
        await target.WaitUntilIdleAsync(Canceled);

        target.Log.GetText().Should().StartWith($"{method} /api/v2/send HTTP/1.1");
        server.Log.GetText().Contains("marker", StringComparison.Ordinal).Should().Be(reachesServer);
        target.Log.GetText().Contains("marker", StringComparison.Ordinal).Should().Be(reachesTarget);
    }
}
