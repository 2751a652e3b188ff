using Microsoft.Extensions.Http;
using Microsoft.Extensions.Http.Logging;

namespace Trackly.Sdk.Pipeline;

/// <summary>Puts the guard around the primary handler of one named client, after everybody else has added theirs.</summary>
internal sealed class WireGuardFilter(string clientName) : IHttpMessageHandlerBuilderFilter
{
    private volatile bool _isInPlace;
    private volatile bool _isWatched;

    /// <summary>Whether the client's handlers have been built with a guard: not so when a host replaces the factory of HttpClients by its own.</summary>
    public bool IsInPlace => _isInPlace;

    /// <summary>Whether handlers stand before the guard that may read, copy or repeat a request: any but the factory's own logs.</summary>
    public bool IsWatched => _isWatched;

    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        if (builder.Name != clientName)
            return;
        // Once so, always so: a request made for one set of handlers may meet the next.
        if (!builder.AdditionalHandlers.All(OnlyLogs))
            _isWatched = true;
        _isInPlace = true;
        if (builder.PrimaryHandler is WireGuard)
            return;
        WireConnections.Harden(builder.PrimaryHandler);
        builder.PrimaryHandler = new WireGuard(builder.PrimaryHandler);
    };

    private static bool OnlyLogs(DelegatingHandler handler) =>
        handler.GetType() == typeof(LoggingHttpMessageHandler) || handler.GetType() == typeof(LoggingScopeHttpMessageHandler);
}
