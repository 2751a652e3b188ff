using Microsoft.Extensions.DependencyInjection;
using Trackly.Sdk.Pipeline;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests;

/// <summary>The connections of a client in a container: no redirects, changed DNS entries are seen, and one guard innermost.</summary>
public sealed class AddTracklyConnectionsTests
{
    [Fact]
    public void PrimaryHandler_OfTheSdk_FollowsNoRedirectsKeepsNoCookiesAndSeesDnsChanges()
    {
        using var provider = new ServiceCollection().AddTracklyClient().BuildServiceProvider();

        var primary = HandlerChain.Of(provider)[^1].Should().BeOfType<SocketsHttpHandler>().Which;

        primary.AllowAutoRedirect.Should().BeFalse();
        primary.UseCookies.Should().BeFalse();
        primary.PooledConnectionLifetime.Should().BePositive().And.BeLessThanOrEqualTo(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public void PrimaryHandler_OfTheHost_FollowsNoRedirectsEither()
    {
        using var hosts = new HttpClientHandler { AllowAutoRedirect = true };
        var services = new ServiceCollection();
        services.AddTrackly(options => options.ApiKey = Some.Key).ConfigurePrimaryHttpMessageHandler(() => hosts);
        using var provider = services.BuildServiceProvider();

        HandlerChain.Of(provider)[^1].Should().BeSameAs(hosts);

        hosts.AllowAutoRedirect.Should().BeFalse();
    }

    [Fact]
    public void PrimaryHandler_OfTheHostWithSockets_FollowsNoRedirectsEither()
    {
        using var hosts = new SocketsHttpHandler { AllowAutoRedirect = true };
        var services = new ServiceCollection();
        services.AddTrackly(options => options.ApiKey = Some.Key).ConfigurePrimaryHttpMessageHandler(() => hosts);
        using var provider = services.BuildServiceProvider();

        HandlerChain.Of(provider)[^1].Should().BeSameAs(hosts);

        hosts.AllowAutoRedirect.Should().BeFalse();
    }

    [Fact]
    public void Timeout_OfTheHttpClient_IsLeftToTheOptions()
    {
        using var provider = new ServiceCollection().AddTracklyClient().BuildServiceProvider();

        using var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient(HandlerChain.ClientName);

        client.Timeout.Should().Be(Timeout.InfiniteTimeSpan);
    }

    [Fact]
    public void Guard_OneRegistration_IsNextToThePrimaryHandler()
    {
        var services = new ServiceCollection();
        services.AddTrackly(options => options.ApiKey = Some.Key).AddHttpMessageHandler(() => new HostsHandler());
        services.ConfigureHttpClientDefaults(builder => builder.AddHttpMessageHandler(() => new HostsHandler()));
        using var provider = services.BuildServiceProvider();

        var chain = HandlerChain.Of(provider);

        chain.OfType<HostsHandler>().Should().HaveCount(2);
        chain[^2].Should().BeOfType<WireGuard>();
    }

    [Fact]
    public void Guard_TwoRegistrations_IsThereOnce()
    {
        using var provider = new ServiceCollection().AddTracklyClient().AddTracklyClient().BuildServiceProvider();

        HandlerChain.Of(provider).OfType<WireGuard>().Should().ContainSingle();
    }

    private sealed class HostsHandler : DelegatingHandler;
}
