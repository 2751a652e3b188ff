using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;

namespace Trackly.Sdk.AspNetCore;

/// <summary>The span and the instruments of the endpoint, with values from closed sets: docs/webhooks.md.</summary>
internal static class WebhookTelemetry
{
    public const string Name = "Trackly.Sdk.AspNetCore";
    public const string SpanName = "trackly.webhook";
    public const string Event = "trackly.webhook.event";
    public const string Result = "trackly.webhook.result";

    private static readonly string Version =
        typeof(WebhookTelemetry).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    public static readonly ActivitySource Source = new(Name, Version);

    private static readonly Meter Meter = new(Name, Version);

    public static readonly Counter<long> Requests = Meter.CreateCounter<long>(
        "trackly.webhook.requests", "{request}", "Requests to the webhook endpoint, by what became of them.");

    public static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "trackly.webhook.handler.duration", "s", "How long the handlers of an event take.");

    public static string FormatEvent(TracklyWebhookEvent webhookEvent) => webhookEvent switch
    {
        DeliveryEvent => "delivery",
        UnsubscribeEvent => "unsubscribe",
        ReplyEvent => "reply",
        _ => "unknown",
    };

    public static string FormatResult(WebhookResult result) => result switch
    {
        WebhookResult.Handled => "handled",
        WebhookResult.WrongSecret => "wrong_secret",
        WebhookResult.WrongSignature => "wrong_signature",
        WebhookResult.TooLarge => "too_large",
        WebhookResult.NotAnObject => "not_an_object",
        WebhookResult.Incomplete => "incomplete",
        WebhookResult.Stopping => "stopping",
        _ => "handler_failed",
    };

    public static void Count(WebhookResult result, string? eventName)
    {
        TagList tags = [new(Result, FormatResult(result))];
        if (eventName is not null)
            tags.Add(Event, eventName);
        Requests.Add(1, tags);
    }
}
