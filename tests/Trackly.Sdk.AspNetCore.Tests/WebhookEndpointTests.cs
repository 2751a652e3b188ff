using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Trackly.Sdk.AspNetCore.Tests.Support;
using Trackly.Sdk.Tests.Webhooks;

namespace Trackly.Sdk.AspNetCore.Tests;

/// <summary>The endpoint among the others of its application.</summary>
public sealed class WebhookEndpointTests
{
    [Fact]
    public async Task Endpoint_IsOpenToCallersWithoutALogin_AndAbsentFromApiDescriptions()
    {
        await using var host = await WebhookHost.StartAsync();

        var endpoint = ((IEndpointRouteBuilder)host.App).DataSources.SelectMany(static source => source.Endpoints).Should().ContainSingle().Which;

        endpoint.Metadata.GetMetadata<IAllowAnonymous>().Should().NotBeNull();
        endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>().Should().NotBeNull();
        endpoint.DisplayName.Should().Be("Trackly webhooks");
    }

    [Fact]
    public async Task Endpoint_BehindAProxyWithAPathBase_IsFound()
    {
        await using var host = await WebhookHost.StartAsync(
            static builder => builder.Services.AddTracklyWebhooks(static options => options.Secret = WebhookHost.Secret),
            static app =>
            {
                app.UsePathBase("/shop");
                app.UseRouting();
                app.MapTracklyWebhooks(WebhookHost.Pattern, static (_, _, _) => Task.CompletedTask);
            });
        using var content = new StringContent(WebhookSamples.Delivery);
        content.Headers.Add("X-Forwarded-For", "203.0.113.7");

        using var response = await host.Client.PostAsync(
            new Uri($"/shop/webhooks/trackly/{WebhookHost.Secret}", UriKind.Relative), content, TestContext.Current.CancellationToken);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
    }
}
