using Microsoft.Extensions.Http;

namespace Trackly.Sdk.Pipeline;

/// <summary>Puts the guard around the primary handler of one named client, after everybody else has added theirs.</summary>
internal sealed class WireGuardFilter(string clientName) : IHttpMessageHandlerBuilderFilter
{
    private volatile bool _isInPlace;

    /// <summary>Whether the client's handlers have been built with a guard: not so when a host replaces the factory of HttpClients by its own.</summary>
    public bool IsInPlace => _isInPlace;

    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        if (builder.Name != clientName)
            return;
        _isInPlace = true;
        if (builder.PrimaryHandler is WireGuard)
            return;
        WireConnections.Harden(builder.PrimaryHandler);
        builder.PrimaryHandler = new WireGuard(builder.PrimaryHandler);
    };
}
