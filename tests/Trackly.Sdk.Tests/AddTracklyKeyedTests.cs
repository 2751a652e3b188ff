using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Trackly.Sdk.Pipeline.Wire;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests;

/// <summary>Several accounts in one container: each client has its own key, options and connections.</summary>
public sealed class AddTracklyKeyedTests
{
    [Fact]
    public async Task SendAsync_SeveralAccounts_EachCarriesItsOwnKeyToItsOwnAddress()
    {
        using var main = new StubHandler().Accepts();
        using var europe = new StubHandler().Accepts();
        using var america = new StubHandler().Accepts();
        var services = new ServiceCollection();
        services.AddTrackly(options => options.ApiKey = "trk_main").ConfigurePrimaryHttpMessageHandler(() => main);
        services.AddKeyedTrackly("europe", options =>
        {
            options.ApiKey = "trk_europe";
            options.BaseAddress = new Uri("https://eu.example/api");
        }).ConfigurePrimaryHttpMessageHandler(() => europe);
        services.AddKeyedTrackly("america", Section(("ApiKey", "trk_america"))).ConfigurePrimaryHttpMessageHandler(() => america);
        using var provider = services.BuildServiceProvider();

        await SendAsync(provider.GetRequiredService<ITracklyClient>());
        await SendAsync(provider.GetRequiredKeyedService<ITracklyClient>("europe"));
        await SendAsync(provider.GetRequiredKeyedService<ITracklyClient>("america"));

        ShouldHaveSent(main, "trk_main", "https://app.tracklysms.com/api/v2/send");
        ShouldHaveSent(europe, "trk_europe", "https://eu.example/api/v2/send");
        ShouldHaveSent(america, "trk_america", "https://app.tracklysms.com/api/v2/send");
    }

    [Fact]
    public void AddTrackly_Named_IsAKeyedSingletonAndNotTheClientOfTheApplication()
    {
        var services = new ServiceCollection();
        services.AddKeyedTrackly("europe", options => options.ApiKey = Some.Key);
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredKeyedService<ITracklyClient>("europe").Should().BeSameAs(provider.GetRequiredKeyedService<ITracklyClient>("europe"));
        provider.GetService<ITracklyClient>().Should().BeNull();
    }

    [Fact]
    public void AddTrackly_SameNameTwice_IsOneClientWithOneGuard()
    {
        var services = new ServiceCollection();
        services.AddKeyedTrackly("europe", options => options.ApiKey = Some.Key);
        services.AddKeyedTrackly("europe", options => options.AllowInsecureHttp = true);
        using var provider = services.BuildServiceProvider();

        provider.GetKeyedServices<ITracklyClient>("europe").Should().ContainSingle();
        HandlerList.Get(provider, "Trackly.Sdk:europe").OfType<SingleTransmissionHandler>().Should().ContainSingle();
    }

    [Fact]
    public void AddTrackly_NamesThatDifferInCase_AreTwoClients()
    {
        var services = new ServiceCollection();
        services.AddKeyedTrackly("europe", options => options.ApiKey = Some.Key);
        services.AddKeyedTrackly("Europe", options => options.ApiKey = Some.Key);
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredKeyedService<ITracklyClient>("europe").Should().NotBeSameAs(provider.GetRequiredKeyedService<ITracklyClient>("Europe"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void AddKeyedTrackly_BlankKey_IsAnArgumentException(string? name) =>
        new ServiceCollection().Invoking(services => services.AddKeyedTrackly(name!, _ => { })).Should().Throw<ArgumentException>().WithParameterName("serviceKey");

    [Fact]
    public void AddTrackly_OneOfSeveralIsInvalid_IsNamed()
    {
        var services = new ServiceCollection();
        services.AddKeyedTrackly("europe", options => options.ApiKey = Some.Key);
        services.AddKeyedTrackly("america", _ => { });
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredKeyedService<ITracklyClient>("europe").Should().NotBeNull();
        provider.Invoking(invalid => invalid.GetRequiredKeyedService<ITracklyClient>("america"))
            .Should().Throw<OptionsValidationException>().WithMessage("Trackly client 'america': ApiKey is missing.*");
    }

    [Fact]
    public async Task Dispose_Provider_DisposesKeyedClientsToo()
    {
        ITracklyClient client;
        var services = new ServiceCollection();
        services.AddKeyedTrackly("europe", options => options.ApiKey = Some.Key);
        using (var provider = services.BuildServiceProvider())
            client = provider.GetRequiredKeyedService<ITracklyClient>("europe");

        await FluentActions.Awaiting(() => SendAsync(client)).Should().ThrowExactlyAsync<ObjectDisposedException>();
    }

    private static void ShouldHaveSent(StubHandler wire, string key, string address)
    {
        var sent = wire.Requests.Should().ContainSingle().Which;
        sent.Key.Should().Be(key);
        sent.Address.Should().Be(address);
    }

    private static IConfigurationSection Section(params (string Name, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => KeyValuePair.Create($"Trackly:{value.Name}", (string?)value.Value))).Build().GetSection("Trackly");

    private static Task<SendResponse> SendAsync(ITracklyClient client) => client.SendAsync(Some.Request(), TestContext.Current.CancellationToken);
}
