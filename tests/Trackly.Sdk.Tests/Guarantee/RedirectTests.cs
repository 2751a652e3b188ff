using Microsoft.Extensions.DependencyInjection;
using Trackly.Sdk.Tests.Support;
using FaultLab;

namespace Trackly.Sdk.Tests.Guarantee;

/// <summary>Redirects are never followed with a message, and the key never reaches another host.</summary>
public sealed class RedirectTests
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    public static TheoryData<string> Followed { get; } =
    [
        nameof(Redirects.MovedPermanently), nameof(Redirects.Found), nameof(Redirects.SeeOther), nameof(Redirects.TemporaryRedirect),
        nameof(Redirects.PermanentRedirect),
    ];

    [Theory]
    [MemberData(nameof(Followed))]
    public async Task OwnConnections_ReportARedirectAsRejected(string name)
    {
        await using var redirectTarget = FaultServer.Start();
        await using var server = FaultServer.Start(FaultScript.CreateSequence(Faults.Find(name)), redirectTarget: redirectTarget.BaseAddress);
        using var client = new TracklyClient(Some.Options(options => options.BaseAddress = server.BaseAddress));

        var exception = await FailAsync<TracklyApiException>(client);

        exception.Outcome.Should().Be(SendOutcome.Rejected);
        exception.Message.Should().Contain("Redirects are never followed");
        redirectTarget.Log.Connections.Should().Be(0);
    }

    [Theory]
    [MemberData(nameof(Followed))]
    public async Task AddTrackly_OverAHandlerThatFollows_ReportsARedirectAsRejected(string name)
    {
        await using var redirectTarget = FaultServer.Start();
        await using var server = FaultServer.Start(FaultScript.CreateSequence(Faults.Find(name)), redirectTarget: redirectTarget.BaseAddress);
        var services = new ServiceCollection();
        services.AddTrackly(options => (options.ApiKey, options.BaseAddress) = (Some.Key, server.BaseAddress))
            .ConfigurePrimaryHttpMessageHandler(static () => new HttpClientHandler { AllowAutoRedirect = true });
        await using var provider = services.BuildServiceProvider();

        var exception = await FailAsync<TracklyApiException>(provider.GetRequiredService<ITracklyClient>());

        exception.Outcome.Should().Be(SendOutcome.Rejected);
        redirectTarget.Log.Connections.Should().Be(0);
    }

    [Theory]
    [MemberData(nameof(Followed))]
    public async Task HttpClientThatFollows_IsRefused_AndTheKeyStays(string name)
    {
        await using var redirectTarget = FaultServer.Start();
        await using var server = FaultServer.Start(FaultScript.CreateSequence(Faults.Find(name)), redirectTarget: redirectTarget.BaseAddress);
        using var httpClient = new HttpClient(new HttpClientHandler { AllowAutoRedirect = true });
        using var client = new TracklyClient(httpClient, Some.Options(options => options.BaseAddress = server.BaseAddress));

        var exception = await FailAsync<TracklyConnectionException>(client);
        await server.WaitUntilIdleAsync(Canceled);
        await redirectTarget.WaitUntilIdleAsync(Canceled);

        exception.Outcome.Should().Be(SendOutcome.Unknown);
        exception.Message.Should().Contain("Remove its retries or redirects");
        server.Log.ApiKeys.Should().Equal(Some.Key);
        server.Log.Received.Should().HaveCount(1);
        redirectTarget.Log.Received.Should().BeEmpty("no second message");
        redirectTarget.Log.ApiKeys.Should().NotContain(key => key != null, "the key never reaches another host");
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

    private static async Task<TException> FailAsync<TException>(ITracklyClient client)
        where TException : TracklyException
    {
        var send = () => client.SendAsync(Some.Request(), Canceled);
        return (await send.Should().ThrowExactlyAsync<TException>()).Which;
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
