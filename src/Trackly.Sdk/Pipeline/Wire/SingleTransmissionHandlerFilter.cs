using Microsoft.Extensions.Http;
using Microsoft.Extensions.Http.Logging;

namespace Trackly.Sdk.Pipeline.Wire;

/// <summary>Puts the <see cref="SingleTransmissionHandler"/> around the primary handler of one named client, after everybody else has added theirs.</summary>
internal sealed class SingleTransmissionHandlerFilter(string clientName) : IHttpMessageHandlerBuilderFilter
{
    public HandlerChain Chain { get; } = new();

    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        if (builder.Name != clientName)
        {
            next(builder);
            return;
        }

        // The host may replace or configure it; redirects stay off unless the host brings a handler of its own.
        builder.PrimaryHandler = DefaultConnections.CreateHandler();
        next(builder);
        Chain.HasHostHandlers = !builder.AdditionalHandlers.All(OnlyLogs);
        Chain.ResolvesNames = ServiceDiscovery.Watch(builder.AdditionalHandlers);
        Chain.IsGuarded = true;
        if (builder.PrimaryHandler is not SingleTransmissionHandler)
            builder.PrimaryHandler = new SingleTransmissionHandler(builder.PrimaryHandler);
        if (DefaultConnections.FollowsRedirects(builder.PrimaryHandler))
            throw new InvalidOperationException(
                $"The primary handler of the HTTP client '{clientName}' follows redirects, and the API key would go along to another host. Set AllowAutoRedirect to false on it.");
    };

    private static bool OnlyLogs(DelegatingHandler handler) =>
        handler.GetType() == typeof(LoggingHttpMessageHandler) || handler.GetType() == typeof(LoggingScopeHttpMessageHandler);
}
