using System.Net;
using Microsoft.Extensions.Options;
using Trackly.Sdk.AspNetCore.Tests.Support;

namespace Trackly.Sdk.AspNetCore.Tests;

public sealed class TracklyWebhookOptionsTests
{
    private const string Missing =
        "TracklyWebhookOptions.Secret is missing: anybody could post events. Set it to a long random string. Create one with: openssl rand -hex 32";

    private const string NoParameter =
        "The pattern lacks the route parameter {secret}. Write it where the secret belongs, for example /webhooks/trackly/{secret}, "
        + "and set the secret itself in TracklyWebhookOptions.Secret.";

    private const string Characters =
        "may contain only letters, digits, '-', '_', '.' and '~', because it is part of an address. Create one with: openssl rand -hex 32";

    public static TheoryData<string, Action<TracklyWebhookOptions>, string> Invalid => new()
    {
        { WebhookHost.Pattern, static _ => { }, Missing },
        { "/hooks", static _ => { }, Missing },
        { WebhookHost.Pattern, static options => options.Secret = "", Missing },
        {
            WebhookHost.Pattern, static options => options.Secret = "zebra",
            "TracklyWebhookOptions.Secret must have at least 32 characters; it has 5. Create one with: openssl rand -hex 32"
        },
        { WebhookHost.Pattern, static options => options.Secret = new string('x', 31) + " ", $"TracklyWebhookOptions.Secret {Characters}" },
        { WebhookHost.Pattern, static options => options.Secret = new string('x', 31) + "/", $"TracklyWebhookOptions.Secret {Characters}" },
        { WebhookHost.Pattern, static options => options.Secret = new string('x', 31) + "é", $"TracklyWebhookOptions.Secret {Characters}" },
        {
            WebhookHost.Pattern, static options =>
            {
                options.Secret = WebhookHost.Secret;
                options.PreviousSecrets.Add(WebhookHost.Secret);
                options.PreviousSecrets.Add("");
            },
            "TracklyWebhookOptions.PreviousSecrets[1] must have at least 32 characters; it has 0. Create one with: openssl rand -hex 32"
        },
        { "/hooks/" + WebhookHost.Secret, static options => options.Secret = WebhookHost.Secret, NoParameter },
        {
            WebhookHost.Pattern, static options => options.VerifySignature = static (_, _) => true,
            "The pattern has the route parameter {secret}, but TracklyWebhookOptions.Secret is missing. Set it, or remove the parameter."
        },
        {
            WebhookHost.Pattern, static options => (options.Secret, options.MaxBodyBytes) = (WebhookHost.Secret, 1_023),
            "TracklyWebhookOptions.MaxBodyBytes must be at least 1024 bytes."
        },
        {
            "/hooks", static options =>
            {
                options.VerifySignature = static (_, _) => true;
                options.PreviousSecrets.Add(WebhookHost.Secret);
            },
            "TracklyWebhookOptions.PreviousSecrets needs a Secret beside it."
        },
    };

    [Theory]
    [MemberData(nameof(Invalid))]
    public async Task Invalid_KeepsTheApplicationFromStarting_AndQuotesNoSecret(string pattern, Action<TracklyWebhookOptions> configure, string error)
    {
        var starting = () => WebhookHost.StartAsync(
            builder => builder.Services.AddTracklyWebhooks(configure),
            app => app.MapTracklyWebhooks(pattern, static (_, _, _) => Task.CompletedTask));

        var thrown = (await starting.Should().ThrowAsync<OptionsValidationException>()).Which;

        thrown.Failures.Should().Equal(error);
        thrown.ToString().Should().NotContainAny(WebhookHost.Secret, "zebra", "xxxxx");
    }

    [Fact]
    public async Task NothingConfigured_KeepsTheApplicationFromStarting()
    {
        var starting = () => WebhookHost.StartAsync(
            static _ => { },
            static app => app.MapTracklyWebhooks(WebhookHost.Pattern, static (_, _, _) => Task.CompletedTask));

        (await starting.Should().ThrowAsync<OptionsValidationException>()).WithMessage(Missing);
    }

    [Fact]
    public async Task Endpoints_MayHaveOptionsOfTheirOwn()
    {
        var other = new string('b', 32);
        await using var host = await WebhookHost.StartAsync(
            static builder => builder.Services.AddTracklyWebhooks(static options => options.Secret = WebhookHost.Secret),
            app =>
            {
                app.MapTracklyWebhooks(WebhookHost.Pattern, static (_, _, _) => Task.CompletedTask, options => options.Secret = other);
                app.MapTracklyWebhooks("/second/{secret}", static (_, _, _) => Task.CompletedTask);
            });

        (await host.PostAsync("{}", other)).Should().Be(HttpStatusCode.OK);
        (await host.PostAsync("{}")).Should().Be(HttpStatusCode.NotFound);
        (await host.PostToAsync($"second/{WebhookHost.Secret}", "{}")).Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public void NullArguments_AreNamed()
    {
        var services = new ServiceCollection();

        services.Invoking(static services => services.AddTracklyWebhooks((Action<TracklyWebhookOptions>)null!))
            .Should().Throw<ArgumentNullException>().WithParameterName("configure");
        services.Invoking(static services => services.AddTracklyWebhooks((IConfigurationSection)null!))
            .Should().Throw<ArgumentNullException>().WithParameterName("section");
        FluentActions.Invoking(static () => ((IServiceCollection)null!).AddTracklyWebhooks())
            .Should().Throw<ArgumentNullException>().WithParameterName("services");
    }
}
