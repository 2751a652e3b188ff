using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Pipeline;

/// <summary>Options that change while the client runs never text somebody by mistake.</summary>
public sealed class OptionsWatchTests
{
    private const string Policy = """{ "RecipientPolicy": { "Allow": ["+1416*"] } }""";

    [Fact]
    public async Task SendAsync_PolicyComesWithAReload_HoldsFromTheNextCallOn()
    {
        using var client = new ConfiguredClient("{}");
        client.Wire.Accepts();
        await client.SendAsync();

        client.Change(("RecipientPolicy:BlockAll", "true"));

        await IsBlockedAsync(client, "*RecipientPolicy.BlockAll is true.");
    }

    [Fact]
    public async Task SendAsync_PolicyChanges_TheNewOneHolds()
    {
        using var client = Running(Policy);
        await IsBlockedAsync(client, "*RecipientPolicy.Allow does not name its recipient.");

        client.Change(("RecipientPolicy:Allow:0", "+1415*"));

        await client.SendAsync();
    }

    [Fact]
    public async Task SendAsync_PolicyIsLost_TheLastOneStays()
    {
        using var client = Running("{}");
        client.Change(("RecipientPolicy:Allow:0", "+1416*"));

        client.Change(("RecipientPolicy", null));

        await IsBlockedAsync(client, "*RecipientPolicy.Allow does not name its recipient.");
    }

    [Theory]
    [InlineData("RecipientPolicy:Allow:0", "14165551234")]
    [InlineData("RecipientPolicy:BlockAll", "yes")]
    [InlineData("RecipientPolicy:BlokAll", "true")]
    public async Task SendAsync_FaultyChangeAsksForAPolicy_NothingIsSentUntilItIsMended(string name, string value)
    {
        using var client = Running("{}");

        client.Invoking(client => client.Change((name, value))).Should().Throw<Exception>("whoever reloads hears of it");

        await IsBlockedAsync(client, "*the options were changed, ask for another RecipientPolicy, and are not valid.*");
        client.Change(("RecipientPolicy", null));
        await client.SendAsync();
    }

    [Fact]
    public async Task SendAsync_FaultyChangeIsReplacedByAnother_NothingIsSent()
    {
        using var client = Running("{}");
        client.Invoking(static client => client.Change(("RecipientPolicy:BlockAll", "yes"))).Should().Throw<Exception>();

        client.Invoking(static client => client.Change(("RecipientPolicy", null), ("ApiKey", " "))).Should().Throw<Exception>();

        await IsBlockedAsync(client, "*the options were changed*");
    }

    [Fact]
    public async Task SendAsync_PolicyIsLostBeforeTheClientIsMade_TheOneOfTheStartHolds()
    {
        using var client = new ConfiguredClient("{}");
        client.Wire.Accepts();
        client.Change(("RecipientPolicy:BlockAll", "true"));
        client.Provider.GetRequiredService<IOptionsMonitor<TracklyClientOptions>>().Get(Options.DefaultName);

        client.Lose("RecipientPolicy");

        await IsBlockedAsync(client, "*RecipientPolicy.BlockAll is true.");
    }

    [Fact]
    public async Task SendAsync_AnotherStepOfTheOptionsThrows_ThePolicyIsStillAskedFor()
    {
        using var client = new ConfiguredClient("{}");
        var isBroken = false;
        client.Services.Insert(0, ServiceDescriptor.Singleton<IConfigureOptions<TracklyClientOptions>>(
            new ConfigureOptions<TracklyClientOptions>(_ => Break(isBroken))));
        client.Wire.Accepts();
        await client.SendAsync();
        isBroken = true;

        client.Invoking(static client => client.Change(("RecipientPolicy:BlockAll", "true"))).Should().Throw<Exception>();

        await IsBlockedAsync(client, "*the options were changed*");

        static void Break(bool does)
        {
            if (does)
                throw new NotSupportedException();
        }
    }

    [Theory]
    [InlineData("Timeout", "00:00:01")]
    [InlineData("Timeout", "soon")]
    public async Task SendAsync_PolicyComesWithAnotherOptionsFault_NothingIsSent(string name, string value)
    {
        using var client = Running("{}");

        client.Invoking(client => client.Change(("RecipientPolicy:BlockAll", "true"), (name, value))).Should().Throw<Exception>();

        await IsBlockedAsync(client, "*the options were changed*");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "RecipientPolicy": { "Allow": ["+1415*"] } }""")]
    public async Task SendAsync_FaultyChangeLeavesThePolicyAsItIs_GoesOn(string json)
    {
        using var client = Running(json);

        client.Invoking(static client => client.Change(("Timeout", "00:00:01"))).Should().Throw<Exception>();

        await client.SendAsync();
    }

    [Fact]
    public async Task SendAsync_SomebodyElseWhoListensThrows_ThePolicyHolds()
    {
        using var client = Running("{}");
        client.Provider.GetRequiredService<IOptionsMonitor<TracklyClientOptions>>().OnChange(static _ => throw new NotSupportedException());
        await client.SendAsync();

        client.Invoking(static client => client.Change(("RecipientPolicy:BlockAll", "true"))).Should().Throw<Exception>();

        await IsBlockedAsync(client, "*RecipientPolicy.BlockAll is true.");
    }

    [Fact]
    public async Task SendAsync_PolicyAndAddressChangeBetweenTwoTries_TheCallEndsAsItBegan()
    {
        using var client = new ConfiguredClient("""{ "BaseAddress": "https://sandbox.invalid/api/" }""");
        client.Wire.Answers(429, retryAfter: "5").Accepts();
        var call = client.SendAsync();

        client.Change(("ApiKey", "trk_production"), ("BaseAddress", "https://production.invalid/api/"), ("RecipientPolicy:BlockAll", "true"));
        client.Clock.Advance(TimeSpan.FromSeconds(5));
        await call;

        client.Wire.Requests.Select(static request => (request.Address.Host, request.Key)).Should().Equal(("sandbox.invalid", Some.Key), ("sandbox.invalid", Some.Key));
    }

    [Fact]
    public async Task SendAsync_KeyAndThenThePolicyChangeBetweenTries_TheRotatedKeyStays()
    {
        using var client = new ConfiguredClient("{}");
        client.Wire.Answers(429, retryAfter: "5").Answers(429, retryAfter: "5").Accepts();
        var call = client.SendAsync();

        client.Change(("ApiKey", "trk_rotated"));
        client.Clock.Advance(TimeSpan.FromSeconds(5));
        client.Change(("RecipientPolicy:BlockAll", "true"));
        client.Clock.Advance(TimeSpan.FromSeconds(5));
        await call;

        client.Wire.Requests.Select(static request => request.Key).Should().Equal(Some.Key, "trk_rotated", "trk_rotated");
    }

    [Fact]
    public async Task SendAsync_ClientIsDisposed_NoLongerListens()
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

    private static ConfiguredClient Running(string json)
    {
        var client = new ConfiguredClient(json);
        client.Wire.Accepts();
        client.Provider.GetRequiredService<ITracklyClient>();
        return client;
    }

    private static async Task IsBlockedAsync(ConfiguredClient client, string sentence)
    {
        var before = client.Wire.Requests.Count;
        await client.Awaiting(static client => client.SendAsync()).Should().ThrowExactlyAsync<TracklyRecipientBlockedException>().WithMessage(sentence);
        client.Wire.Requests.Should().HaveCount(before);
    }
}
