using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Trackly.Sdk.AspNetCore;

/// <summary>Receives a webhook: secret, size, signature, JSON, handler, in this order. Each step that fails has a status of its own.</summary>
internal sealed class WebhookEndpoint(WebhookSettingsSource source, WebhookDispatcher dispatcher, ILogger logger)
{
    public static WebhookEndpoint Create(
        IServiceProvider services,
        string pattern,
        Func<TracklyWebhookEvent, IServiceProvider, CancellationToken, Task> handler,
        Action<TracklyWebhookOptions>? configure)
    {
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(WebhookTelemetry.Name);
        var source = new WebhookSettingsSource(
            services.GetRequiredService<IOptionsFactory<TracklyWebhookOptions>>(),
            services.GetRequiredService<IOptionsMonitor<TracklyWebhookOptions>>(),
            configure, pattern, logger);
        var clock = services.GetService<TimeProvider>() ?? TimeProvider.System;
        var stopping = services.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? CancellationToken.None;
        return new WebhookEndpoint(source, new WebhookDispatcher(handler, clock, logger, stopping), logger);
    }

    public async Task HandleAsync(HttpContext context)
    {
        using var span = WebhookTelemetry.Source.StartActivity(WebhookTelemetry.SpanName);
        var (result, eventName) = await ProcessAsync(context).ConfigureAwait(false);
        span?.SetTag(WebhookTelemetry.Result, WebhookTelemetry.FormatResult(result)).SetTag(WebhookTelemetry.Event, eventName);
        span?.SetStatus(result is WebhookResult.HandlerFailed ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
        WebhookTelemetry.Count(result, eventName);
        context.Response.StatusCode = GetStatusCode(result);
    }

    private static int GetStatusCode(WebhookResult result) => result switch
    {
        WebhookResult.Handled => StatusCodes.Status200OK,
        WebhookResult.WrongSecret => StatusCodes.Status404NotFound,
        WebhookResult.WrongSignature => StatusCodes.Status401Unauthorized,
        WebhookResult.TooLarge => StatusCodes.Status413PayloadTooLarge,
        WebhookResult.NotAnObject or WebhookResult.Incomplete => StatusCodes.Status400BadRequest,
        WebhookResult.Stopping => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    private async Task<(WebhookResult Result, string? EventName)> ProcessAsync(HttpContext context)
    {
        var settings = source.Current;
        var secret = context.GetRouteValue(WebhookOptionsChecks.RouteParameter) as string;
        SecretRemoval.Remove(context, secret ?? "");
        if (!settings.Accepts(secret))
        {
            WebhookLog.WrongSecret(logger);
            return (WebhookResult.WrongSecret, null);
        }

        var (body, failure) = await ReadBodyAsync(context, settings.MaxBodyBytes).ConfigureAwait(false);
        if (body is null)
            return (failure, null);
        if (Verify(context, settings, body) is { } refusal)
            return (refusal, null);
        if (Parse(body) is not { } webhookEvent)
            return (WebhookResult.NotAnObject, null);
        var result = await dispatcher.DispatchAsync(webhookEvent, context.RequestServices).ConfigureAwait(false);
        return (result, WebhookTelemetry.FormatEvent(webhookEvent));
    }

    private async Task<(byte[]? Body, WebhookResult Failure)> ReadBodyAsync(HttpContext context, int maxBytes)
    {
        try
        {
            var body = await WebhookBody.ReadAsync(context.Request, maxBytes, context.RequestAborted).ConfigureAwait(false);
            if (body is null)
                WebhookLog.TooLarge(logger, maxBytes);
            return (body, WebhookResult.TooLarge);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            WebhookLog.Incomplete(logger);
            return (null, WebhookResult.Incomplete);
        }
    }

    private WebhookResult? Verify(HttpContext context, WebhookSettings settings, byte[] body)
    {
        try
        {
            if (settings.VerifySignature?.Invoke(context.Request.Headers, body) is not false)
                return null;
            WebhookLog.WrongSignature(logger);
            return WebhookResult.WrongSignature;
        }
        catch (Exception exception)
        {
            WebhookLog.VerificationFailed(logger, exception);
            return WebhookResult.HandlerFailed;
        }
    }

    private TracklyWebhookEvent? Parse(byte[] body)
    {
        try
        {
            return TracklyWebhookEvent.Parse(body);
        }
        catch (FormatException exception)
        {
            WebhookLog.NotAnObject(logger, exception.Message);
            return null;
        }
    }
}
