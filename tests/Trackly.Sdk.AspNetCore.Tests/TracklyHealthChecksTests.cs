using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Trackly.Sdk.AspNetCore.Tests;

public sealed class TracklyHealthChecksTests
{
    [Fact]
    public async Task ValidOptions_AreHealthy_AndNothingIsSent()
    {
        // Port 9 discards: a request would fail.
        var report = await CheckAsync(("ApiKey", "trk_of_the_test"), ("BaseAddress", "http://127.0.0.1:9/"));

        report.Entries.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Key = "trackly", Value = new { Status = HealthStatus.Healthy } });
    }

    [Fact]
    public async Task InvalidOptions_AreUnhealthy_WithTheReason_AndWithoutTheKey()
    {
        var report = await CheckAsync(("ApiKey", "trk_ white space"), ("BaseAddress", "ftp://example.com"));

        var entry = report.Entries["trackly"];
        entry.Status.Should().Be(HealthStatus.Unhealthy);
        entry.Description.Should().Contain("ApiKey").And.Contain("BaseAddress").And.NotContain("trk_");
    }

    [Fact]
    public async Task Registration_TakesNameStatusAndTags()
    {
        var services = Services(("ApiKey", ""));
        services.AddHealthChecks().AddTrackly("sms", failureStatus: HealthStatus.Degraded, tags: ["ready"]);

        var report = await CheckAsync(services);

        report.Entries["sms"].Status.Should().Be(HealthStatus.Degraded);
        report.Entries["sms"].Tags.Should().Equal("ready");
    }

    [Fact]
    public async Task KeyedClient_IsCheckedByItsKey()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddOptions<TracklyClientOptions>("europe").Configure(static options => options.ApiKey = "trk_of_the_test")
            .Validate(static options => options.ApiKey.Length > 0, "europe is invalid");
        services.AddOptions<TracklyClientOptions>("america").Validate(static options => options.ApiKey.Length > 0, "america is invalid");
        services.AddHealthChecks().AddTrackly("trackly-europe", "europe").AddTrackly("trackly-america", "america");

        var report = await CheckAsync(services);

        report.Entries["trackly-europe"].Status.Should().Be(HealthStatus.Healthy);
        report.Entries["trackly-america"].Description.Should().Be("america is invalid");
    }

    private static Task<HealthReport> CheckAsync(params (string Key, string Value)[] options)
    {
        var services = Services(options);
        services.AddHealthChecks().AddTrackly();
        return CheckAsync(services);
    }

    private static async Task<HealthReport> CheckAsync(IServiceCollection services)
    {
        await using var provider = services.BuildServiceProvider();
        return await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken);
    }

    private static IServiceCollection Services(params (string Key, string Value)[] options)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(options.Select(static option => KeyValuePair.Create($"Trackly:{option.Key}", (string?)option.Value))).Build();
        var services = new ServiceCollection().AddLogging();
        services.AddTrackly(configuration.GetSection("Trackly"));
        return services;
    }
}
