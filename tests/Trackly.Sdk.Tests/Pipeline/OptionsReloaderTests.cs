using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Pipeline;

/// <summary>Changes of the options while a client is running.</summary>
public sealed class OptionsReloaderTests
{
    [Fact]
    public async Task ValidChange_HoldsFromTheNextCallOn()
    {
        using var client = new ConfiguredClient("{}");
        client.Wire.Accepts();
        await client.SendAsync();

        client.Change(("RecipientPolicy:BlockAll", "true"));

        await IsBlockedAsync(client, "*RecipientPolicy.BlockAll is true.");
    }

    [Theory]
    [InlineData("RecipientPolicy:Allow:0", "+1415*")]
    [InlineData("RecipientPolicy:RedirectTo", "+14155550000")]
    public async Task PolicyThatIsRelaxed_PermitsAgain(string name, string value)
    {
        using var client = new ConfiguredClient("""{ "RecipientPolicy": { "Allow": ["+1416*"] } }""");
        client.Wire.Accepts();
        await IsBlockedAsync(client, "*The recipient is not in RecipientPolicy.Allow.");

        client.Change((name, value));

        await client.SendAsync();
    }

    [Fact]
    public async Task PolicyThatDisappears_StaysInForce()
    {
        using var client = new ConfiguredClient("{}");
        client.Wire.Accepts();
        client.Provider.GetRequiredService<ITracklyClient>();
        client.Change(("RecipientPolicy:Allow:0", "+1416*"));

        client.Change(("RecipientPolicy", null));

        await IsBlockedAsync(client, "*The recipient is not in RecipientPolicy.Allow.");
    }

    [Fact]
    public async Task PolicyThatDisappearsBeforeTheClientIsMade_StaysInForce()
    {
        using var client = new ConfiguredClient("{}");
        client.Wire.Accepts();
        client.Change(("RecipientPolicy:BlockAll", "true"));
        client.Provider.GetRequiredService<IOptionsMonitor<TracklyClientOptions>>().Get(Options.DefaultName);

        client.Lose("RecipientPolicy");

        await IsBlockedAsync(client, "*RecipientPolicy.BlockAll is true.");
    }

    [Fact]
    public async Task ChangeBetweenValidationAndTheFirstCall_Holds()
    {
        using var client = new ConfiguredClient("{}");
        client.Wire.Accepts();
        client.Provider.GetRequiredService<IOptionsMonitor<TracklyClientOptions>>().Get(Options.DefaultName);

        client.ChangeSilently(("RecipientPolicy:BlockAll", "true"));

        await IsBlockedAsync(client, "*RecipientPolicy.BlockAll is true.");
    }

    [Theory]
    [InlineData("Timeout", "00:00:01", "AttemptTimeout (00:00:15) is over Timeout (00:00:01). Set AttemptTimeout to at most Timeout.")]
    [InlineData("RecipientPolicy:BlokAll", "true", "Trackly:RecipientPolicy:BlokAll is not an option. Did you mean BlockAll? The options here are Allow, RedirectTo, BlockAll.")]
    [InlineData("AllowInsecureHttp", "", "Trackly:AllowInsecureHttp is empty. Set it to true or false, or remove it.")]
    public async Task InvalidChange_IsLoggedAsAnErrorAndNotUsed(string name, string value, string problem)
    {
        using var client = new ConfiguredClient("{}");
        client.Services.AddFakeLogging();
        client.Wire.Accepts();
        await client.SendAsync();

        client.Invoking(client => client.Change((name, value))).Should().Throw<OptionsValidationException>("the monitor of the container reports it too");

        await client.SendAsync();
        client.Wire.Requests.Select(static request => request.Key).Should().Equal(Some.Key, Some.Key);
        var logged = client.Provider.GetRequiredService<FakeLogCollector>().GetSnapshot().Where(static record => record.Level == LogLevel.Error).ToList();
        logged.Should().ContainSingle().Which.Message.Should().Be(
            $"The changed options of the client 'default' are not valid and are not used; the client keeps the last valid ones. {problem}");
        logged[0].Id.Should().Be(new EventId(9, "InvalidReload"));
    }

    [Fact]
    public async Task ChangeOfAKeyedClient_IsItsOwn_AndAnInvalidOneIsLoggedWithItsName()
    {
        var made = 0;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Europe:ApiKey", Some.Key)]).Build();
        var services = new ServiceCollection();
        services.AddFakeLogging();
        services.AddKeyedTrackly("europe", configuration.GetSection("Europe"));
        services.AddKeyedTrackly("asia", options =>
        {
            options.ApiKey = Some.Key;
            made++;
        });
        await using var provider = services.BuildServiceProvider();
        provider.GetRequiredKeyedService<ITracklyClient>("europe");
        provider.GetRequiredKeyedService<ITracklyClient>("asia");
        made = 0;

        (configuration["Europe:Timeout"], configuration["Europe:AllowInsecureHttp"]) = ("30", "yes");
        configuration.Invoking(static changed => changed.Reload()).Should().Throw<OptionsValidationException>();

        made.Should().Be(0, "the options of the other client have not changed");
        provider.GetRequiredService<FakeLogCollector>().GetSnapshot().Should().ContainSingle().Which.Message.Should().StartWith(
            "The changed options of the client 'europe' are not valid and are not used; the client keeps the last valid ones. ").And.Contain("00:00:30. ");
    }

    [Fact]
    public void ChangeTokenWithoutAName_IsThatOfTheDefaultClient()
    {
        var (made, changed) = (0, new ConfigurationReloadToken());
        var services = new ServiceCollection();
        services.AddSingleton<IOptionsChangeTokenSource<TracklyClientOptions>>(new NamelessSource(() => changed));
        services.AddTrackly(options =>
        {
            options.ApiKey = Some.Key;
            made++;
        });
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<ITracklyClient>();
        made = 0;

        var previous = changed;
        changed = new ConfigurationReloadToken();
        previous.OnReload();

        made.Should().Be(2, "the monitor of the container makes them too");
    }

    [Fact]
    public async Task ConfigureStepThatThrows_IsLoggedWithoutItsMessage()
    {
        using var client = new ConfiguredClient("{}");
        client.Services.AddFakeLogging();
        var isBroken = false;
        client.Services.Configure<TracklyClientOptions>(_ => Break(isBroken));
        client.Wire.Accepts();
        await client.SendAsync();
        isBroken = true;

        client.Invoking(static client => client.Change(("Timeout", "00:00:20"))).Should().Throw<NotSupportedException>();

        await client.SendAsync();
        client.Provider.GetRequiredService<FakeLogCollector>().GetSnapshot().Where(static record => record.Level == LogLevel.Error)
            .Should().ContainSingle().Which.Message.Should().EndWith("Configuring them throws System.NotSupportedException.").And.NotContain(Some.Key);

        static void Break(bool now)
        {
            if (now)
                throw new NotSupportedException(Some.Key);
        }
    }

    [Fact]
    public async Task AnotherSubscriberThatThrows_DoesNotHideAChange()
    {
        using var client = new ConfiguredClient("{}");
        client.Wire.Accepts();
        client.Provider.GetRequiredService<IOptionsMonitor<TracklyClientOptions>>().OnChange(static _ => throw new NotSupportedException());
        await client.SendAsync();

        client.Invoking(static client => client.Change(("RecipientPolicy:BlockAll", "true"))).Should().Throw<Exception>();

        await IsBlockedAsync(client, "*RecipientPolicy.BlockAll is true.");
    }

    [Fact]
    public async Task ChangeBetweenTwoAttempts_TheCallKeepsRecipientAddressAndKey()
    {
        using var client = new ConfiguredClient("""{ "BaseAddress": "https://sandbox.invalid/api/" }""");
        client.Wire.Responds(429, retryAfter: "5").Accepts();
        var call = client.SendAsync();

        client.Change(("ApiKey", "trk_production"), ("BaseAddress", "https://production.invalid/api/"), ("RecipientPolicy:BlockAll", "true"));
        client.Clock.Advance(TimeSpan.FromSeconds(5));
        await call;

        client.Wire.Requests.Select(static request => (request.Address.Host, request.Key)).Should().Equal(("sandbox.invalid", Some.Key), ("sandbox.invalid", Some.Key));
    }

    [Fact]
    public async Task KeyAlone_IsReadForEachAttempt()
    {
        using var client = new ConfiguredClient("{}");
        client.Wire.Responds(429, retryAfter: "5").Accepts();
        var call = client.SendAsync();

        client.Change(("ApiKey", "trk_rotated"));
        client.Clock.Advance(TimeSpan.FromSeconds(5));
        await call;

        client.Wire.Requests.Select(static request => request.Key).Should().Equal(Some.Key, "trk_rotated");
    }

    [Fact]
    public async Task ClientThatIsDisposed_NoLongerReloads()
    {
        var made = 0;
        using var client = new ConfiguredClient("{}");
        client.Services.Configure<TracklyClientOptions>(_ => made++);
        client.Wire.Accepts();
        await client.SendAsync();
        made = 0;
        client.Change(("Timeout", "00:00:20"));
        made.Should().Be(2, "the monitor of the container makes them too");

        ((TracklyClient)client.Provider.GetRequiredService<ITracklyClient>()).Dispose();
        made = 0;
        client.Change(("Timeout", "00:00:30"));

        made.Should().Be(1);
    }

    private static async Task IsBlockedAsync(ConfiguredClient client, string message)
    {
        var before = client.Wire.Requests.Count;
        await client.Awaiting(static client => client.SendAsync()).Should().ThrowExactlyAsync<TracklyRecipientBlockedException>().WithMessage(message);
        client.Wire.Requests.Should().HaveCount(before);
    }
    private sealed class NamelessSource(Func<IChangeToken> getToken) : IOptionsChangeTokenSource<TracklyClientOptions>
    {
        public string? Name => null;

        public IChangeToken GetChangeToken() => getToken();
    }
}
