using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpLogging;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Trackly.Sdk;
using Trackly.Sdk.AspNetCore;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps endpoints for the webhooks of Trackly.</summary>
public static class TracklyWebhookEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps an endpoint that hands each event to every registered <see cref="ITracklyWebhookHandler"/>, in the order of registration.
    /// </summary>
    /// <param name="endpoints">The route builder, for example a <see cref="WebApplication"/>.</param>
    /// <param name="pattern">The route pattern, with <c>{secret}</c> in place of the secret, for example <c>/webhooks/trackly/{secret}</c>.</param>
    /// <param name="configure">Sets options for this endpoint alone, over those of <c>AddTracklyWebhooks</c>. Null sets none.</param>
    /// <returns>The builder of the endpoint.</returns>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The options protect the endpoint with neither a secret nor a
    /// signature, or are invalid.</exception>
    /// <exception cref="InvalidOperationException">No <see cref="ITracklyWebhookHandler"/> is registered.</exception>
    public static IEndpointConventionBuilder MapTracklyWebhooks(
        this IEndpointRouteBuilder endpoints, string pattern, Action<TracklyWebhookOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        if (endpoints.ServiceProvider.GetService<IServiceProviderIsService>()?.IsService(typeof(ITracklyWebhookHandler)) is false)
        {
            throw new InvalidOperationException(
                "No ITracklyWebhookHandler is registered. Register one, for example with services.AddScoped<ITracklyWebhookHandler, MyHandler>(), "
                + "or pass a delegate to MapTracklyWebhooks.");
        }

        return endpoints.MapTracklyWebhooks(pattern, HandleAsync, configure);
    }

    /// <summary>Maps an endpoint that hands each event to a delegate.</summary>
    /// <param name="endpoints">The route builder, for example a <see cref="WebApplication"/>.</param>
    /// <param name="pattern">The route pattern, with <c>{secret}</c> in place of the secret, for example <c>/webhooks/trackly/{secret}</c>.</param>
    /// <param name="handler">Handles an event, with the services of the request. When it throws, the response is 500 and Trackly repeats the event
    /// later.</param>
    /// <param name="configure">Sets options for this endpoint alone, over those of <c>AddTracklyWebhooks</c>. Null sets none.</param>
    /// <returns>The builder of the endpoint.</returns>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The options protect the endpoint with neither a secret nor a
    /// signature, or are invalid.</exception>
    public static IEndpointConventionBuilder MapTracklyWebhooks(
        this IEndpointRouteBuilder endpoints,
        string pattern,
        Func<TracklyWebhookEvent, IServiceProvider, CancellationToken, Task> handler,
        Action<TracklyWebhookOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(handler);
        var endpoint = WebhookEndpoint.Create(endpoints.ServiceProvider, pattern, handler, configure);
        return endpoints.MapPost(pattern, endpoint.HandleAsync)
            .WithDisplayName("Trackly webhooks")
            .WithHttpLogging(HttpLoggingFields.None)
            .ExcludeFromDescription()
            .AllowAnonymous();
    }

    private static async Task HandleAsync(TracklyWebhookEvent webhookEvent, IServiceProvider services, CancellationToken cancellationToken)
    {
        foreach (var handler in services.GetServices<ITracklyWebhookHandler>())
            await handler.HandleAsync(webhookEvent, cancellationToken).ConfigureAwait(false);
    }
}
