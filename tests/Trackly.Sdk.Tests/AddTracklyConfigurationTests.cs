using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests;

/// <summary>Options from configuration: bound, checked when the host starts, and rotated while it runs.</summary>
public sealed class AddTracklyConfigurationTests : IDisposable
{
    private readonly StubHandler _wire = new();
    private readonly TestClock _clock = new();

    [Fact]
    public void AddTrackly_FromConfiguration_BindsEveryOption()
    {
        var services = new ServiceCollection();
        services.AddTrackly(Configuration(
            ("ApiKey", Some.Key), ("BaseAddress", "http://gateway.internal/api"), ("AllowInsecureHttp", "true"), ("IncludeErrorText", "true"),
            ("AttemptTimeout", "00:00:05"), ("Timeout", "00:00:40"), ("Retry:Mode", "AtMostOnce"),
            ("Retry:MaxRetryAttempts", "7"), ("Retry:BaseDelay", "00:00:00.250"), ("Retry:MaxDelay", "00:00:10"),
            ("RecipientPolicy:Allow:0", "+1415*"), ("RecipientPolicy:RedirectTo", Some.Recipient),
            ("RecipientPolicy:BlockAll", "true")).GetSection("Trackly"));
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<IOptions<TracklyClientOptions>>().Value.Should().BeEquivalentTo(new TracklyClientOptions
        {
            ApiKey = Some.Key,
            BaseAddress = new Uri("http://gateway.internal/api"),
            AllowInsecureHttp = true,
            IncludeErrorText = true,
            AttemptTimeout = TimeSpan.FromSeconds(5),
            Timeout = TimeSpan.FromSeconds(40),
            Retry = new()
            {
                Mode = TracklyRetryMode.AtMostOnce,
                MaxRetryAttempts = 7,
                BaseDelay = TimeSpan.FromMilliseconds(250),
                MaxDelay = TimeSpan.FromSeconds(10),
            },
            RecipientPolicy = new() { Allow = { "+1415*" }, RedirectTo = Some.Recipient, BlockAll = true },
        });
    }

    [Fact]
    public async Task SendAsync_RetryModeFromConfiguration_IsObeyed()
    {
        _wire.Responds(500).Accepts();
        using var provider = Provider(Configuration(("ApiKey", Some.Key), ("Retry:Mode", "AtMostOnce")));

        var send = () => SendAsync(provider);

        (await send.Should().ThrowAsync<TracklyServerException>()).Which.Outcome.Should().Be(SendOutcome.Unknown);
        _wire.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task StartAsync_InvalidOptions_HostDoesNotStartAndSaysWhy()
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddTrackly(Configuration(("BaseAddress", "http://app.tracklysms.com/api"), ("Timeout", "00:00:01")).GetSection("Trackly"));
        using var host = builder.Build();

        var start = () => host.StartAsync(TestContext.Current.CancellationToken);

        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Failures.Should().HaveCount(3)
            .And.Contain(error => error.StartsWith("ApiKey is missing.", StringComparison.Ordinal))
            .And.Contain(error => error.StartsWith("BaseAddress is plain http", StringComparison.Ordinal))
            .And.Contain("AttemptTimeout (00:00:15) is over Timeout (00:00:01). Set AttemptTimeout to at most Timeout.");
    }

    [Fact]
    public async Task StartAsync_InvalidNamedOptions_HostDoesNotStartAndNamesTheClient()
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddKeyedTrackly("europe", _ => { });
        using var host = builder.Build();

        var start = () => host.StartAsync(TestContext.Current.CancellationToken);

        await start.Should().ThrowAsync<OptionsValidationException>().WithMessage("Trackly client 'europe': ApiKey is missing.*");
    }

    [Fact]
    public async Task StartAsync_GoodOptions_TheHostStarts()
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddTrackly(Configuration(("ApiKey", Some.Key)).GetSection("Trackly"));
        using var host = builder.Build();

        await host.StartAsync(TestContext.Current.CancellationToken);

        host.Services.GetRequiredService<ITracklyClient>().Should().NotBeNull();
    }

    [Fact]
    public async Task SendAsync_ConfigurationIsReloadedBetweenAttempts_TheNextAttemptCarriesTheNewKey()
    {
        _wire.Responds(401).Responds(429, retryAfter: "5").Accepts();
        var configuration = Configuration(("ApiKey", "trk_old"));
        using var provider = Provider(configuration);
        await FluentActions.Awaiting(() => SendAsync(provider)).Should().ThrowAsync<TracklyAuthenticationException>();
        var call = SendAsync(provider);

        configuration["Trackly:ApiKey"] = "trk_new";
        configuration.Reload();
        _clock.Advance(TimeSpan.FromSeconds(5));
        await call;

        _wire.Requests.Select(request => request.Key).Should().Equal("trk_old", "trk_old", "trk_new");
    }

    [Fact]
    public async Task SendAsync_ReloadedConfigurationIsInvalid_KeepsTheLastValidOptions()
    {
        _wire.Accepts();
        var configuration = Configuration(("ApiKey", "trk_good"));
        using var provider = Provider(configuration);
        await SendAsync(provider);

        configuration["Trackly:ApiKey"] = "";
        configuration.Invoking(invalid => invalid.Reload()).Should().Throw<Exception>("the reload reports the invalid options");
        await SendAsync(provider);
        configuration["Trackly:ApiKey"] = "trk_better";
        configuration.Reload();
        await SendAsync(provider);

        _wire.Requests.Select(request => request.Key).Should().Equal("trk_good", "trk_good", "trk_better");
    }

    [Fact]
    public async Task SendAsync_ConfigurationOfAnotherClientIsReloaded_KeepsItsOwnKey()
    {
        _wire.Accepts();
        var configuration = Configuration(("ApiKey", "trk_europe"));
        var services = new ServiceCollection();
        services.AddKeyedTrackly("europe", configuration.GetSection("Trackly"));
        services.AddTrackly(options => options.ApiKey = "trk_main").ConfigurePrimaryHttpMessageHandler(() => _wire);
        using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ITracklyClient>();

        configuration["Trackly:ApiKey"] = "trk_europe_new";
        configuration.Reload();
        await client.SendAsync(Some.Request(), TestContext.Current.CancellationToken);

        _wire.Requests.Should().ContainSingle().Which.Key.Should().Be("trk_main");
    }

    public void Dispose() => _wire.Dispose();

    private ServiceProvider Provider(IConfiguration configuration)
    {
        var services = new ServiceCollection().AddSingleton<TimeProvider>(_clock);
        services.AddTrackly(configuration.GetSection("Trackly")).ConfigurePrimaryHttpMessageHandler(() => _wire);
        return services.BuildServiceProvider();
    }

    private static Task<SendResponse> SendAsync(ServiceProvider provider) =>
        provider.GetRequiredService<ITracklyClient>().SendAsync(Some.Request(), TestContext.Current.CancellationToken);

    private static IConfigurationRoot Configuration(params (string Name, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => KeyValuePair.Create($"Trackly:{value.Name}", (string?)value.Value))).Build();
}
