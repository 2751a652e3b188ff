using System.Net;
using Microsoft.Extensions.Options;
using Trackly.Sdk.AspNetCore.Tests.Support;

namespace Trackly.Sdk.AspNetCore.Tests;

/// <summary>Options from configuration: bound strictly, and renewed while the application runs.</summary>
public sealed class WebhookConfigurationTests
{
    private const string New = "ANewSecret0123456789ANewSecret0123456789";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ChangedSecret_HoldsFromTheNextRequestOn(bool section)
    {
        await using var host = await StartAsync(section, ("Secret", WebhookHost.Secret));
        (await host.PostAsync("{}")).Should().Be(HttpStatusCode.OK);

        Change(host, ("Secret", New), ("PreviousSecrets:0", WebhookHost.Secret));
        (await host.PostAsync("{}")).Should().Be(HttpStatusCode.OK);
        (await host.PostAsync("{}", New)).Should().Be(HttpStatusCode.OK);

        Change(host, ("PreviousSecrets:0", null));
        (await host.PostAsync("{}")).Should().Be(HttpStatusCode.NotFound);
        (await host.PostAsync("{}", New)).Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("Secret", "", "TracklyWebhookOptions.Secret is missing")]
    [InlineData("Secrte", New, "TracklyWebhooks:Secrte is not an option. The options are Secret, PreviousSecrets and MaxBodyBytes.")]
    [InlineData("MaxBodyBytes", "64 KB", "MaxBodyBytes must be a whole number of bytes, for example 65536.")]
    [InlineData("PreviousSecrets", New, "PreviousSecrets must be a list of strings.")]
    public async Task InvalidChange_IsLogged_AndNotUsed(string key, string value, string problem)
    {
        await using var host = await StartAsync(section: true, ("Secret", WebhookHost.Secret));

        Change(host, (key, value));

        (await host.PostAsync("{}")).Should().Be(HttpStatusCode.OK);
        var record = host.OwnLog.First();
        record.Should().BeEquivalentTo(new { Level = LogLevel.Error, Id = new { Name = "OptionsInvalid" } });
        record.Message.Should().Contain(problem).And.NotContain(New);
    }

    [Theory]
    [InlineData("Secrte", New, "TracklyWebhooks:Secrte is not an option. *")]
    [InlineData("MaxBodyBytes", "-1", "MaxBodyBytes must be a whole number of bytes, *")]
    public async Task InvalidStart_IsRefused(string key, string value, string problem)
    {
        var starting = () => StartAsync(section: false, ("Secret", WebhookHost.Secret), (key, value));

        (await starting.Should().ThrowAsync<OptionsValidationException>()).WithMessage(problem);
    }

    [Fact]
    public async Task MaxBodyBytes_IsBound()
    {
        await using var host = await StartAsync(section: false, ("secret", WebhookHost.Secret), ("maxbodybytes", "2000"));

        (await host.PostAsync($"{{\"a\":\"{new string('x', 2_000)}\"}}")).Should().Be(HttpStatusCode.RequestEntityTooLarge);
    }

    private static Task<WebhookHost> StartAsync(bool section, params (string Key, string? Value)[] values) => WebhookHost.StartAsync(builder =>
    {
        builder.Configuration.AddInMemoryCollection(values.Select(static value => KeyValuePair.Create($"TracklyWebhooks:{value.Key}", value.Value)));
        if (section)
            builder.Services.AddTracklyWebhooks(builder.Configuration.GetSection("TracklyWebhooks"));
        else
            builder.Services.AddTracklyWebhooks();
    });

    private static void Change(WebhookHost host, params (string Key, string? Value)[] values)
    {
        foreach (var (key, value) in values)
            host.App.Configuration[$"TracklyWebhooks:{key}"] = value;
        ((IConfigurationRoot)host.App.Configuration).Reload();
    }
}
