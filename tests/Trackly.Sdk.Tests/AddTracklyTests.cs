using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests;

/// <summary>One client in a container: created once and disposed with it.</summary>
public sealed class AddTracklyTests
{
    [Fact]
    public void AddTrackly_ResolvedTwice_IsOneClient()
    {
        using var provider = new ServiceCollection().AddTracklyClient().BuildServiceProvider();
        using var scope = provider.CreateScope();

        scope.ServiceProvider.GetRequiredService<ITracklyClient>().Should().BeSameAs(provider.GetRequiredService<ITracklyClient>());
    }

    [Fact]
    public async Task SendAsync_ThroughTheContainer_IsTheSameRequestAsWithout()
    {
        using var wire = new StubHandler().Accepts();
        using var bare = new StubHandler().Accepts();
        var services = new ServiceCollection();
        services.AddTrackly(options => options.ApiKey = Some.Key).ConfigurePrimaryHttpMessageHandler(() => wire);
        using var provider = services.BuildServiceProvider();
        using var httpClient = new HttpClient(bare);
        using var client = new TracklyClient(httpClient, Some.Options());

        var response = await SendAsync(provider.GetRequiredService<ITracklyClient>());
        await SendAsync(client);

        response.MessageId.Should().Be("a1b2c3d4");
        wire.Requests.Should().ContainSingle().Which.Should().BeEquivalentTo(bare.Requests.Single(), options => options.Excluding(request => request.At));
    }

    [Fact]
    public async Task AddTrackly_CalledTwice_IsOneClientWithBothOptions()
    {
        using var wire = new StubHandler().Accepts();
        var services = new ServiceCollection();
        services.AddTrackly(options => options.ApiKey = Some.Key);
        services.AddTrackly(options => options.BaseAddress = new Uri("https://gateway.example/")).ConfigurePrimaryHttpMessageHandler(() => wire);
        using var provider = services.BuildServiceProvider();

        await SendAsync(provider.GetServices<ITracklyClient>().Should().ContainSingle().Which);

        var sent = wire.Requests.Should().ContainSingle().Which;
        sent.Key.Should().Be(Some.Key);
        sent.Address.Should().Be("https://gateway.example/v2/send");
    }

    [Fact]
    public void AddTrackly_HostHasItsOwnClientAlready_LeavesIt()
    {
        using var httpClient = new HttpClient();
        using var own = new TracklyClient(httpClient, Some.Options());
        using var provider = new ServiceCollection().AddSingleton<ITracklyClient>(own).AddTracklyClient().BuildServiceProvider();

        provider.GetRequiredService<ITracklyClient>().Should().BeSameAs(own);
    }

    [Fact]
    public async Task AddTrackly_HostHasAClock_TakesTimeFromIt()
    {
        using var wire = new StubHandler().Responds(429, retryAfter: "20").Accepts();
        var clock = new TestClock();
        var services = new ServiceCollection().AddSingleton<TimeProvider>(clock);
        services.AddTrackly(options => options.ApiKey = Some.Key).ConfigurePrimaryHttpMessageHandler(() => wire);
        using var provider = services.BuildServiceProvider();
        var start = clock.GetUtcNow();
        var call = SendAsync(provider.GetRequiredService<ITracklyClient>());

        clock.Advance(TimeSpan.FromSeconds(20));

        (await call).Attempts.Select(attempt => attempt.StartedAt).Should().Equal(start, start.AddSeconds(20));
    }

    [Fact]
    public async Task AddTrackly_ProviderIsDisposed_TheClientIsToo()
    {
        ITracklyClient client;
        using (var provider = new ServiceCollection().AddTracklyClient().BuildServiceProvider())
            client = provider.GetRequiredService<ITracklyClient>();

        await FluentActions.Awaiting(() => SendAsync(client)).Should().ThrowExactlyAsync<ObjectDisposedException>();
    }

    [Fact]
    public async Task SendAsync_AHandlerOfTheHost_IsOnTheWay()
    {
        using var wire = new StubHandler().Accepts();
        var services = new ServiceCollection();
        services.AddTrackly(options => options.ApiKey = Some.Key)
            .AddHttpMessageHandler(() => new StampingHandler())
            .ConfigurePrimaryHttpMessageHandler(() => wire);
        using var provider = services.BuildServiceProvider();

        await SendAsync(provider.GetRequiredService<ITracklyClient>());

        wire.Requests.Should().ContainSingle().Which.Headers["X-Host"].Should().Be("stamped");
    }

    [Fact]
    public void AddTrackly_WithoutAnArgument_NamesIt()
    {
        var services = new ServiceCollection();
        var section = new ConfigurationBuilder().Build().GetSection("Trackly");
        Action<TracklyClientOptions> configure = _ => { };

        Naming("services", () => ((IServiceCollection)null!).AddTrackly(configure));
        Naming("services", () => ((IServiceCollection)null!).AddTrackly(section));
        Naming("services", () => ((IServiceCollection)null!).AddKeyedTrackly("europe", configure));
        Naming("services", () => ((IServiceCollection)null!).AddKeyedTrackly("europe", section));
        Naming("configure", () => services.AddTrackly((Action<TracklyClientOptions>)null!));
        Naming("section", () => services.AddTrackly((IConfigurationSection)null!));
        Naming("configure", () => services.AddKeyedTrackly("europe", (Action<TracklyClientOptions>)null!));
        Naming("section", () => services.AddKeyedTrackly("europe", (IConfigurationSection)null!));
        services.Should().BeEmpty();
    }

    [Fact]
    public void AddTrackly_InvalidOptionsWithoutAHost_FailWhenTheClientIsResolved()
    {
        var services = new ServiceCollection();
        services.AddTrackly(_ => { });
        using var provider = services.BuildServiceProvider();

        provider.Invoking(invalid => invalid.GetRequiredService<ITracklyClient>()).Should().Throw<OptionsValidationException>().WithMessage("ApiKey is missing.*");
    }

    [Fact]
    public void AddTrackly_OtherClientsOfTheHost_AreLeftAlone()
    {
        var services = new ServiceCollection().AddTracklyClient();
        services.AddHttpClient("hosts").RedactLoggedHeaders(_ => false);
        using var provider = services.BuildServiceProvider();

        var chain = HandlerList.Get(provider, "hosts");

        chain.Should().NotContain(handler => handler.GetType().Namespace!.StartsWith("Trackly", StringComparison.Ordinal));
        provider.GetRequiredService<IOptionsMonitor<HttpClientFactoryOptions>>().Get("hosts").ShouldRedactHeaderValue("X-Api-Key").Should().BeFalse();
    }

    private static Task<SendResponse> SendAsync(ITracklyClient client) => client.SendAsync(Some.Request(), TestContext.Current.CancellationToken);

    private static void Naming(string parameter, Action add) => add.Should().Throw<ArgumentNullException>().WithParameterName(parameter);

    private sealed class StampingHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("X-Host", "stamped");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
