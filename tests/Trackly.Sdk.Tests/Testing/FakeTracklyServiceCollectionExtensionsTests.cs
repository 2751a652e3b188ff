using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Trackly.Sdk.Testing;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>The fake instead of the registered client, in a host that validates its options when it starts.</summary>
public sealed class FakeTracklyServiceCollectionExtensionsTests
{
    private readonly FakeTracklyClient _fake = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AddFakeTrackly_BesideAddTrackly_StartsWithoutAKey_AndResolvesTheFake(bool isLast)
    {
        using var host = Started(services =>
        {
            if (!isLast)
                services.AddFakeTrackly(_fake);
            services.AddTrackly(_ => { });
            if (isLast)
                services.AddFakeTrackly(_fake);
        });

        host.GetServices<ITracklyClient>().Should().ContainSingle().Which.Should().BeSameAs(_fake);
        await host.GetRequiredService<ITracklyClient>().SendAsync(Some.Request(), Token);
        _fake.Queued.Should().ContainSingle();
    }

    [Fact]
    public void AddFakeTrackly_Alone_IsEnoughToo()
    {
        using var host = Started(services => services.AddFakeTrackly(_fake));

        host.GetRequiredService<ITracklyClient>().Should().BeSameAs(_fake);
    }

    [Fact]
    public void AddFakeTrackly_AKeyIsConfigured_KeepsIt()
    {
        using var host = Started(services => services.AddFakeTrackly(_fake).AddTrackly(options => options.ApiKey = Some.Key));

        host.GetRequiredService<IOptions<TracklyClientOptions>>().Value.ApiKey.Should().Be(Some.Key);
    }

    [Fact]
    public void AddFakeTrackly_AnotherOptionIsWrong_StillKeepsTheHostFromStarting()
    {
        var start = () => Started(services => services.AddFakeTrackly(_fake).AddTrackly(options => options.Timeout = TimeSpan.Zero));

        start.Should().Throw<OptionsValidationException>().Which.Message.Should().Contain("Timeout").And.NotContain("ApiKey");
    }

    [Fact]
    public void AddKeyedFakeTrackly_LeavesOtherAccounts()
    {
        using var host = Started(services =>
        {
            services.AddKeyedTrackly("europe", _ => { });
            services.AddKeyedTrackly("america", options => options.ApiKey = Some.Key);
            services.AddKeyedFakeTrackly("europe", _fake);
        });

        host.GetKeyedServices<ITracklyClient>("europe").Should().ContainSingle().Which.Should().BeSameAs(_fake);
        host.GetRequiredKeyedService<ITracklyClient>("america").Should().BeOfType<TracklyClient>();
    }

    [Fact]
    public async Task TheFake_AsAPlainRegistration_TakesTheClockOfTheHost()
    {
        var clock = new TestClock();
        using var host = Started(services => services.AddSingleton<TimeProvider>(clock).AddSingleton<ITracklyClient, FakeTracklyClient>());
        var fake = (FakeTracklyClient)host.GetRequiredService<ITracklyClient>();
        fake.ForNext().After(TimeSpan.FromSeconds(3)).Accepts();

        var sending = fake.SendAsync(Some.Request(), Token);

        clock.Waits.Select(wait => wait.Wait).Should().Equal(TimeSpan.FromSeconds(3));
        clock.Advance(TimeSpan.FromSeconds(3));
        await sending;
    }

    [Fact]
    public void AddFakeTrackly_NothingGiven_IsAnArgumentException()
    {
        var services = new ServiceCollection();

        services.Invoking(services => services.AddFakeTrackly(null!)).Should().Throw<ArgumentNullException>();
        services.Invoking(services => services.AddKeyedFakeTrackly(null!, _fake)).Should().Throw<ArgumentNullException>();
        services.Invoking(services => services.AddKeyedFakeTrackly("europe", null!)).Should().Throw<ArgumentNullException>();
        services.Invoking(_ => ((IServiceCollection)null!).AddFakeTrackly(_fake)).Should().Throw<ArgumentNullException>();
    }

    /// <summary>What a host does with the options when it starts.</summary>
    private static ServiceProvider Started(Action<IServiceCollection> configure)
    {
        var services = new ServiceCollection();
        configure(services);
        var provider = services.BuildServiceProvider();
        provider.GetService<IStartupValidator>()?.Validate();
        return provider;
    }
}
