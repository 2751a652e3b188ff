using FaultLab;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Trackly.Sdk.Pipeline.Wire;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests;

/// <summary>The connections of a client in a container: no redirects, changed DNS entries are seen, and one guard innermost.</summary>
public sealed class AddTracklyConnectionsTests
{
    [Fact]
    public void PrimaryHandler_OfTheSdk_FollowsNoRedirectsKeepsNoCookiesAndSeesDnsChanges()
    {
        using var provider = new ServiceCollection().AddTracklyClient().BuildServiceProvider();

        var primary = HandlerList.Get(provider)[^1].Should().BeOfType<SocketsHttpHandler>().Which;

        primary.AllowAutoRedirect.Should().BeFalse();
        primary.UseCookies.Should().BeFalse();
        primary.PooledConnectionLifetime.Should().BePositive().And.BeLessThanOrEqualTo(TimeSpan.FromMinutes(5));
    }

    public static TheoryData<Func<bool, HttpMessageHandler>> HostsHandlers => new()
    {
        static follows => new HttpClientHandler { AllowAutoRedirect = follows },
        static follows => new SocketsHttpHandler { AllowAutoRedirect = follows },
        static follows => new HostsHandler { InnerHandler = new HttpClientHandler { AllowAutoRedirect = follows } },
    };

    [Theory]
    [MemberData(nameof(HostsHandlers))]
    public void PrimaryHandlerOfTheHost_FollowsRedirects_IsRefusedAndLeftAsItIs(Func<bool, HttpMessageHandler> create)
    {
        using var hosts = create(true);
        var services = new ServiceCollection();
        services.AddTrackly(options => options.ApiKey = Some.Key).ConfigurePrimaryHttpMessageHandler(() => hosts);
        using var provider = services.BuildServiceProvider();

        provider.Invoking(static provider => provider.GetRequiredService<ITracklyClient>())
            .Should().ThrowExactly<InvalidOperationException>().WithMessage("The primary handler of the HTTP client 'Trackly.Sdk' follows redirects, *Set AllowAutoRedirect to false on it.");
        DefaultConnections.FollowsRedirects(hosts).Should().BeTrue("another client may share it");
    }

    [Theory]
    [MemberData(nameof(HostsHandlers))]
    public void PrimaryHandlerOfTheHost_FollowsNoRedirects_IsUsed(Func<bool, HttpMessageHandler> create)
    {
        using var hosts = create(false);
        var services = new ServiceCollection();
        services.AddTrackly(options => options.ApiKey = Some.Key).ConfigurePrimaryHttpMessageHandler(() => hosts);
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<ITracklyClient>().Should().NotBeNull();
    }

    [Fact]
    public void PrimaryHandler_ConfiguredByTheHost_StillFollowsNoRedirects()
    {
        var services = new ServiceCollection();
        services.AddTrackly(options => options.ApiKey = Some.Key).UseSocketsHttpHandler(static (handler, _) => handler.MaxConnectionsPerServer = 7);
        using var provider = services.BuildServiceProvider();

        var primary = HandlerList.Get(provider)[^1].Should().BeOfType<SocketsHttpHandler>().Which;

        primary.MaxConnectionsPerServer.Should().Be(7);
        primary.AllowAutoRedirect.Should().BeFalse();
        primary.UseCookies.Should().BeFalse();
        primary.PooledConnectionLifetime.Should().Be(TimeSpan.FromMinutes(2));
    }

    [Fact]
    public void Timeout_OfTheHttpClient_IsLeftToTheOptions()
    {
        using var provider = new ServiceCollection().AddTracklyClient().BuildServiceProvider();

        using var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient(HandlerList.ClientName);

        client.Timeout.Should().Be(Timeout.InfiniteTimeSpan);
    }

    [Fact]
    public void Guard_OneRegistration_IsNextToThePrimaryHandler()
    {
        var services = new ServiceCollection();
        services.AddTrackly(options => options.ApiKey = Some.Key).AddHttpMessageHandler(() => new HostsHandler());
        services.ConfigureHttpClientDefaults(builder => builder.AddHttpMessageHandler(() => new HostsHandler()));
        using var provider = services.BuildServiceProvider();

        var chain = HandlerList.Get(provider);

        chain.OfType<HostsHandler>().Should().HaveCount(2);
        chain[^2].Should().BeOfType<SingleTransmissionHandler>();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Guard_FilterOfTheHostReplacesThePrimaryHandler_IsNextToTheNewOne(bool filterComesFirst)
    {
        using var hosts = new StubHandler();
        var services = new ServiceCollection();
        if (filterComesFirst)
            services.AddSingleton<IHttpMessageHandlerBuilderFilter>(new HostsFilter(hosts));
        services.AddTrackly(options => options.ApiKey = Some.Key);
        if (!filterComesFirst)
            services.AddSingleton<IHttpMessageHandlerBuilderFilter>(new HostsFilter(hosts));
        using var provider = services.BuildServiceProvider();

        var chain = HandlerList.Get(provider);

        chain[^1].Should().BeSameAs(hosts);
        chain[^2].Should().BeOfType<SingleTransmissionHandler>();
    }

    [Fact]
    public void Guard_TwoRegistrations_IsThereOnce()
    {
        using var provider = new ServiceCollection().AddTracklyClient().AddTracklyClient().BuildServiceProvider();

        HandlerList.Get(provider).OfType<SingleTransmissionHandler>().Should().ContainSingle();
    }

    private sealed class HostsHandler : DelegatingHandler;

    /// <summary>Has the last word after all filters that come after it.</summary>
    [Fact]
    public async Task NameBelowLocalhost_ReachesThisMachine_WhateverTheResolverKnows()
    {
        await using var server = FaultServer.Start(PlainResponses.ListNotFound);
        using var client = new TracklyClient(new TracklyClientOptions { ApiKey = Some.Key, BaseAddress = new Uri($"http://emulator.localhost:{server.BaseAddress.Port}/api") });

        var send = () => client.SendAsync(Some.Request(), TestContext.Current.CancellationToken);

        await send.Should().ThrowAsync<TracklyListNotFoundException>();
    }

    private sealed class HostsFilter(HttpMessageHandler primary) : IHttpMessageHandlerBuilderFilter
    {
        public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
        {
            next(builder);
            builder.PrimaryHandler = primary;
        };
    }
}
