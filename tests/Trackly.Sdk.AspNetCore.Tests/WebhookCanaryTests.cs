using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpLogging;
using Trackly.Sdk.AspNetCore.Tests.Support;
using Trackly.Sdk.Tests.Support;
using Trackly.Sdk.Tests.Webhooks;

namespace Trackly.Sdk.AspNetCore.Tests;

/// <summary>No sink shows a number, a message or the secret, whatever is posted and whatever becomes of it.</summary>
[Collection(ListensToTheProcess.Name)]
public sealed class WebhookCanaryTests
{
    private const string Server = "Microsoft.AspNetCore.Hosting.Diagnostics";
    private const string Wrong = "Wr0ngMagpie-0123456789-0123456789";

    [Fact]
    public async Task EverySink_ShowsNothingOfTheEventOrTheSecret()
    {
        using var telemetry = new TelemetrySink();
        var requests = new ConcurrentQueue<string>();
        await using var host = await StartAsync(requests, quiet: true);

        foreach (var echo in Canary.Echoes)
        {
            var text = JsonSerializer.Serialize(echo);
            foreach (var sample in new[] { WebhookSamples.Delivery, WebhookSamples.Unsubscribe, WebhookSamples.Reply, """{"event":"click"}""" })
                await host.PostAsync($"{sample.TrimEnd()[..^1]},\"message_id\":{text},\"status\":{text}}}");
            await host.PostAsync(echo);
            await host.PostAsync($"{{\"event\":{text}}}");
            await host.PostAsync(echo, Wrong);
        }

        await host.StopAsync();
        var written = host.Log.Records
            .Select(static record => $"{record.Category} {record.Message} {record.Values} {record.Scopes} {record.Exception}")
            .Concat(telemetry.Spans.Where(static span => !IsOfTheCaller(span.Source)).Select(static span => $"{span}"))
            .Concat(telemetry.Measurements.Select(static measured => $"{measured}"))
            .Concat(requests).ToList();
        written.Should().Contain(static text => text.StartsWith("Trackly.Sdk.AspNetCore Handled", StringComparison.Ordinal));
        written.SelectMany(text => FindIn(text).Select(found => $"{found}: {text}")).Take(5).Should().BeEmpty();
    }

    /// <summary>What docs/webhooks.md says is out of reach, so that the page is corrected when it is not.</summary>
    [Fact]
    public async Task Secret_AppearsInTheLogOfTheServerItself_UnlessItIsSwitchedOff()
    {
        await using var host = await StartAsync([], quiet: false);

        await host.PostAsync(WebhookSamples.Delivery);
        await host.StopAsync();

        host.Log.Records.Where(static record => FindIn($"{record.Message} {record.Values}").Any()).Select(static record => record.Category).Distinct()
            .Should().OnlyContain(static category =>
                category == Server || category.StartsWith("Microsoft.AspNetCore.Routing.", StringComparison.Ordinal))
            .And.Contain(Server);
        host.Log.Records.Single(static record => record.Message.StartsWith("Request finished", StringComparison.Ordinal)).Message
            .Should().Contain("/webhooks/trackly/***", "the last line is written after the endpoint has removed it");
    }

    /// <summary>One of the marks is the name of the server.</summary>
    private static IEnumerable<string> FindIn(string text) =>
        Canary.FoundIn(text).Where(static mark => mark != "Kestrel")
            .Concat(new[] { WebhookHost.Secret, "Magpie" }.Where(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The caller's own spans have the address that it posts to.</summary>
    private static bool IsOfTheCaller(string source) => source.StartsWith("System.Net.", StringComparison.Ordinal);

    private static Task<WebhookHost> StartAsync(ConcurrentQueue<string> requests, bool quiet) => WebhookHost.StartAsync(
        builder =>
        {
            if (quiet)
            {
                builder.Logging.AddFilter(Server, LogLevel.None);
                builder.Logging.AddFilter("Microsoft.AspNetCore.Routing", LogLevel.Information);
            }

            builder.Services.AddHttpLogging(static logging => logging.LoggingFields = HttpLoggingFields.All);
            builder.Services.AddTracklyWebhooks(static options => options.Secret = WebhookHost.Secret);
        },
        app =>
        {
            app.Use(async (context, next) =>
            {
                await next();
                var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
                requests.Enqueue($"{context.Request.GetEncodedUrl()} {target} {string.Join(" ", context.Request.RouteValues)}");
            });
            app.UseRouting();
            app.UseHttpLogging();
            app.MapTracklyWebhooks(WebhookHost.Pattern, static (_, _, _) => Task.CompletedTask);
        });
}
