using Microsoft.Extensions.Logging;

namespace Trackly.Sdk.AspNetCore;

/// <summary>Hands an event to the handler. A handler that throws never ends the request in another way than by its status.</summary>
internal sealed class WebhookDispatcher(
    Func<TracklyWebhookEvent, IServiceProvider, CancellationToken, Task> handler, TimeProvider clock, ILogger logger, CancellationToken stopping)
{
    public async Task<WebhookResult> DispatchAsync(TracklyWebhookEvent webhookEvent, IServiceProvider services)
    {
        var eventName = WebhookTelemetry.FormatEvent(webhookEvent);
        if (webhookEvent is UnknownWebhookEvent unknown)
            WebhookLog.Unknown(logger, unknown.Problem ?? "This version of the SDK has no type for it.");
        var start = clock.GetTimestamp();
        try
        {
            await handler(webhookEvent, services, stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            WebhookLog.Stopping(logger, eventName);
            return WebhookResult.Stopping;
        }
        catch (Exception exception)
        {
            // Not rethrown: an error page of the application could turn it into a 2xx, and the event would be lost.
            WebhookLog.HandlerFailed(logger, eventName, exception);
            return WebhookResult.HandlerFailed;
        }

        var elapsed = clock.GetElapsedTime(start);
        WebhookTelemetry.Duration.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>(WebhookTelemetry.Event, eventName));
        WebhookLog.Handled(logger, eventName, (long)elapsed.TotalMilliseconds);
        return WebhookResult.Handled;
    }
}
