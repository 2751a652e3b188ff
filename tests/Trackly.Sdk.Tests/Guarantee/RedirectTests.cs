using FaultLab;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Guarantee;

/// <summary>Redirects are never followed with a message, and neither key nor message reaches another host.</summary>
public sealed class RedirectTests
{
    private static readonly string[] Responses =
    [
        nameof(Redirects.MovedPermanently), nameof(Redirects.Found), nameof(Redirects.SeeOther), nameof(Redirects.TemporaryRedirect),
        nameof(Redirects.PermanentRedirect), nameof(Redirects.MovedPermanentlyBeforeBody), nameof(Redirects.FoundBeforeBody),
        nameof(Redirects.SeeOtherBeforeBody), nameof(Redirects.TemporaryRedirectBeforeBody), nameof(Redirects.PermanentRedirectBeforeBody),
    ];

    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    /// <summary>How the client is created, the redirect, whether the client expects 100 Continue, and the length of the message: HttpClient withholds only a long body.</summary>
    public static TheoryData<string, string, bool, int> Rows { get; } =
    [
        .. from wiring in RedirectedClient.Wirings
           from response in Responses
           from expectsContinue in new[] { false, true }
           from bodyLength in new[] { 10, 3_000 }
           where !(expectsContinue && wiring.StartsWith("HttpClient", StringComparison.Ordinal))
           select (wiring, response, expectsContinue, bodyLength),
    ];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Redirect_CarriesNeitherKeyNorMessageToItsTarget(string wiring, string response, bool expectsContinue, int bodyLength)
    {
        await using var target = FaultServer.Start();
        await using var server = FaultServer.Start(FaultScript.CreateSequence(Faults.Find(response)), redirectTarget: target.BaseAddress);
        var follows = RedirectedClient.FollowsRedirects(wiring);
        using var client = new RedirectedClient(wiring, server.BaseAddress, expectsContinue);

        var send = () => client.Client.SendAsync(Some.Request() with { Body = new string('x', bodyLength) }, Canceled);
        var exception = (await send.Should().ThrowAsync<TracklyException>()).Which;
        await server.WaitUntilIdleAsync(Canceled);
        await target.WaitUntilIdleAsync(Canceled);

        target.Log.GetText().Should().NotContain(Some.Key).And.NotContain(Some.Recipient).And.NotContain("xxx");
        server.Log.ApiKeys.Should().Equal(Some.Key);
        (exception.GetType(), exception.Outcome).Should().Be(follows
            ? (typeof(TracklyConnectionException), SendOutcome.Unknown)
            : (typeof(TracklyApiException), SendOutcome.Rejected));
        exception.Message.Should().Contain(follows ? "Remove its retries or redirects" : "Redirects are never followed");
    }

    /// <summary>HttpClient follows a redirect before it asks for the body then, and the refusal to write the body twice would come too late.</summary>
    [Fact]
    public void HttpClientThatExpectsContinue_IsRefusedWhenTheClientIsCreated()
    {
        using var httpClient = new HttpClient();
        httpClient.DefaultRequestHeaders.ExpectContinue = true;

        httpClient.Invoking(static httpClient => new TracklyClient(httpClient, Some.Options())).Should().Throw<ArgumentException>()
            .WithMessage("DefaultRequestHeaders.ExpectContinue of the HttpClient is true.*").WithParameterName("httpClient");
    }

    [Fact]
    public async Task HttpClientThatExpectsContinueLater_SendsNothing()
    {
        await using var server = FaultServer.Start();
        using var httpClient = new HttpClient();
        using var client = new TracklyClient(httpClient, Some.Options(options => (options.BaseAddress, options.Retry.MaxRetryAttempts) = (server.BaseAddress, 0)));
        httpClient.DefaultRequestHeaders.ExpectContinue = true;

        var send = () => client.SendAsync(Some.Request(), Canceled);

        var exception = (await send.Should().ThrowExactlyAsync<TracklyConnectionException>()).Which;
        exception.Outcome.Should().Be(SendOutcome.NotSent);
        exception.InnerException!.Message.Should().StartWith("DefaultRequestHeaders.ExpectContinue of the HttpClient is true.");
        server.Log.Connections.Should().Be(0);
    }

    [Fact]
    public async Task HandlerThatReadsTheBody_LeavesTheKeyOnTheRequest()
    {
        await using var server = FaultServer.Start();
        using var httpClient = new HttpClient(new ReadingHandler());
        using var client = new TracklyClient(httpClient, Some.Options(options => options.BaseAddress = server.BaseAddress));

        await client.SendAsync(Some.Request(), Canceled);

        server.Log.ApiKeys.Should().Equal(Some.Key);
    }

    /// <summary>A content that was read into memory is written again without being asked, unless the network gets a fresh one.</summary>
    [Theory]
    [InlineData(nameof(Redirects.MovedPermanently))]
    [InlineData(nameof(Redirects.SeeOther))]
    [InlineData(nameof(Redirects.TemporaryRedirect))]
    [InlineData(nameof(Redirects.PermanentRedirect))]
    public async Task HandlerThatReadsTheBody_BeforeARedirect_TakesNothingToItsTarget(string response)
    {
        await using var target = FaultServer.Start();
        await using var server = FaultServer.Start(FaultScript.CreateSequence(Faults.Find(response)), redirectTarget: target.BaseAddress);
        using var httpClient = new HttpClient(new ReadingHandler());
        using var client = new TracklyClient(httpClient, Some.Options(options => options.BaseAddress = server.BaseAddress));

        var send = () => client.SendAsync(Some.Request(), Canceled);

        (await send.Should().ThrowExactlyAsync<TracklyConnectionException>()).Which.Outcome.Should().Be(SendOutcome.Unknown);
        await target.WaitUntilIdleAsync(Canceled);
        target.Log.GetText().Should().NotContain(Some.Key).And.NotContain(Some.Recipient);
    }

    private sealed class ReadingHandler() : DelegatingHandler(new HttpClientHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            (await request.Content!.ReadAsStringAsync(cancellationToken)).Should().Contain(Some.Recipient);
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
