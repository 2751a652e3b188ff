using Microsoft.Extensions.DependencyInjection;
using Trackly.Sdk.Tests.Support;
using FaultLab;

namespace Trackly.Sdk.Tests.Guarantee;

/// <summary>Redirects are never followed with a message, and the key never reaches another host.</summary>
public sealed class RedirectTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string> Followed { get; } =
    [
        nameof(Redirects.MovedPermanently), nameof(Redirects.Found), nameof(Redirects.SeeOther), nameof(Redirects.TemporaryRedirect),
        nameof(Redirects.PermanentRedirect),
    ];

    [Theory]
    [MemberData(nameof(Followed))]
    public async Task ClientOfItsOwn_TakesARedirectForARefusal(string name)
    {
        await using var elsewhere = FaultLabServer.Start();
        await using var lab = FaultLabServer.Start(FaultScript.InOrder(Faults.Named(name)), elsewhere: elsewhere.BaseAddress);
        using var client = new TracklyClient(Some.Options(options => options.BaseAddress = lab.BaseAddress));

        var failure = await FailAsync<TracklyApiException>(client);

        failure.Outcome.Should().Be(SendOutcome.Rejected);
        failure.Message.Should().Contain("Redirects are never followed");
        elsewhere.Ledger.Connections.Should().Be(0);
    }

    [Theory]
    [MemberData(nameof(Followed))]
    public async Task AddTrackly_OverAHandlerThatFollows_TakesARedirectForARefusal(string name)
    {
        await using var elsewhere = FaultLabServer.Start();
        await using var lab = FaultLabServer.Start(FaultScript.InOrder(Faults.Named(name)), elsewhere: elsewhere.BaseAddress);
        var services = new ServiceCollection();
        services.AddTrackly(options => (options.ApiKey, options.BaseAddress) = (Some.Key, lab.BaseAddress))
            .ConfigurePrimaryHttpMessageHandler(static () => new HttpClientHandler { AllowAutoRedirect = true });
        await using var provider = services.BuildServiceProvider();

        var failure = await FailAsync<TracklyApiException>(provider.GetRequiredService<ITracklyClient>());

        failure.Outcome.Should().Be(SendOutcome.Rejected);
        elsewhere.Ledger.Connections.Should().Be(0);
    }

    [Theory]
    [MemberData(nameof(Followed))]
    public async Task CallersHttpClientThatFollows_IsRefused_AndTheKeyStaysHome(string name)
    {
        await using var elsewhere = FaultLabServer.Start();
        await using var lab = FaultLabServer.Start(FaultScript.InOrder(Faults.Named(name)), elsewhere: elsewhere.BaseAddress);
        using var httpClient = new HttpClient(new HttpClientHandler { AllowAutoRedirect = true });
        using var client = new TracklyClient(httpClient, Some.Options(options => options.BaseAddress = lab.BaseAddress));

        var failure = await FailAsync<TracklyConnectionException>(client);
        await lab.SettleAsync(Cancelled);
        await elsewhere.SettleAsync(Cancelled);

        failure.Outcome.Should().Be(SendOutcome.Unknown);
        failure.Message.Should().Contain("Remove its retries or redirects");
        lab.Ledger.ApiKeys.Should().Equal(Some.Key);
        lab.Ledger.Received.Should().HaveCount(1);
        elsewhere.Ledger.Received.Should().BeEmpty("no second message");
        elsewhere.Ledger.ApiKeys.Should().NotContain(key => key != null, "the key never reaches another host");
    }

    [Fact]
    public async Task AHandlerThatReadsTheBody_LeavesTheKeyOnTheRequest()
    {
        await using var lab = FaultLabServer.Start();
        using var httpClient = new HttpClient(new ReadingHandler());
        using var client = new TracklyClient(httpClient, Some.Options(options => options.BaseAddress = lab.BaseAddress));

        await client.SendAsync(Some.Request(), Cancelled);

        lab.Ledger.ApiKeys.Should().Equal(Some.Key);
    }

    private static async Task<TException> FailAsync<TException>(ITracklyClient client)
        where TException : TracklyException
    {
        var send = () => client.SendAsync(Some.Request(), Cancelled);
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
