using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using Trackly.Sdk.AspNetCore.Tests.Support;
using Trackly.Sdk.Tests.Support;
using Trackly.Sdk.Tests.Webhooks;

namespace Trackly.Sdk.AspNetCore.Tests;

/// <summary>docs/webhooks.md names all that the endpoint emits, and the endpoint emits what the page says.</summary>
[Collection(ListensToTheProcess.Name)]
public sealed class WebhookTelemetryTests
{
    private const BindingFlags Every = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
    private const string Name = "Trackly.Sdk.AspNetCore";

    private static readonly string Page = File.ReadAllText(Repository.GetPath("docs/webhooks.md"));

    [Fact]
    public void Page_NamesEveryTagAndValue()
    {
        string[] names = [WebhookTelemetry.Result, WebhookTelemetry.Event, WebhookTelemetry.SpanName, WebhookTelemetry.Name];
        string[] events = ["delivery", "unsubscribe", "reply", "unknown"];
        var values = Enum.GetValues<WebhookResult>().Select(WebhookTelemetry.FormatResult).Concat(events).Concat(names).ToList();

        values.Should().OnlyHaveUniqueItems().And.AllSatisfy(static value => Page.Should().Contain($"`{value}`"));
    }

    [Fact]
    public void Page_NamesEveryInstrument_WithItsKindAndUnit()
    {
        foreach (var instrument in new Instrument[] { WebhookTelemetry.Requests, WebhookTelemetry.Duration })
            Page.Should().Contain($"| `{instrument.Name}` | {(instrument is Histogram<double> ? "histogram" : "counter")} | `{instrument.Unit}` |");
    }

    [Fact]
    public void Page_NamesEveryLogEvent_WithItsIdLevelAndValues()
    {
        var events = typeof(WebhookLog).GetMethods(Every)
            .Select(static method => (Method: method, Event: method.GetCustomAttribute<LoggerMessageAttribute>()))
            .Where(static candidate => candidate.Event is not null).ToList();

        events.Select(static candidate => candidate.Event!.EventId).Should().BeEquivalentTo(Enumerable.Range(1, 11));
        foreach (var (method, described) in events)
        {
            Page.Should().Contain($"| {described!.EventId} | `{described.EventName}` | {described.Level} |");
            foreach (var value in method.GetParameters().Skip(1).Where(static parameter => parameter.ParameterType != typeof(Exception)))
                Page.Should().Contain($"`{char.ToUpperInvariant(value.Name![0])}{value.Name[1..]}`");
        }
    }

    [Fact]
    public async Task Request_IsASpanAndAMeasurement_WhateverBecomesOfIt()
    {
        using var sink = new TelemetrySink();
        await using var host = await WebhookHost.StartAsync(
            static options => options.VerifySignature = static (headers, _) => headers.ContentLength != 2);
        host.OnEvent = static (received, _) => received is ReplyEvent
            ? throw new InvalidOperationException("A canary's exception.")
            : Task.CompletedTask;

        await host.PostAsync(WebhookSamples.Delivery);
        await host.PostAsync(WebhookSamples.Unsubscribe);
        await host.PostAsync(WebhookSamples.Reply);
        await host.PostAsync("""{"event":"click"}""");
        await host.PostAsync("[ ]");
        await host.PostAsync("{}");
        await host.PostAsync("{}", "wrong");
        await host.PostAsync(new string(' ', 70_000));
        await host.StopAsync();

        string[] expected =
        [
            "trackly.webhook.result=handled trackly.webhook.event=delivery", "trackly.webhook.result=handled trackly.webhook.event=unsubscribe",
            "trackly.webhook.result=handler_failed trackly.webhook.event=reply", "trackly.webhook.result=handled trackly.webhook.event=unknown",
            "trackly.webhook.result=not_an_object", "trackly.webhook.result=wrong_signature", "trackly.webhook.result=wrong_secret",
            "trackly.webhook.result=too_large",
        ];
        var spans = sink.Spans.Where(static span => span.Source == Name).ToList();
        spans.Select(static span => span.Tags).Should().Equal(expected);
        spans.Select(static span => span.Name).Distinct().Should().Equal("trackly.webhook");
        spans.Where(static span => span.Status == ActivityStatusCode.Error).Should().ContainSingle().Which.Tags.Should().Contain("handler_failed");
        var measurements = sink.Measurements.Where(static measured => measured.Meter == Name).ToList();
        measurements.Where(static measured => measured is { Name: "trackly.webhook.requests", Value: 1 }).Select(static measured => measured.Tags)
            .Should().Equal(expected);
        measurements.Where(static measured => measured.Name == "trackly.webhook.handler.duration").Select(static measured => measured.Tags)
            .Should().Equal("trackly.webhook.event=delivery", "trackly.webhook.event=unsubscribe", "trackly.webhook.event=unknown");
    }
}
