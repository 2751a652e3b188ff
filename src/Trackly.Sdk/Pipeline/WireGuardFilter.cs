using Microsoft.Extensions.Http;

namespace Trackly.Sdk.Pipeline;

/// <summary>Puts the guard around the primary handler of one named client, after everybody else has added theirs.</summary>
internal sealed class WireGuardFilter(string clientName) : IHttpMessageHandlerBuilderFilter
{
    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        if (builder.Name != clientName || builder.PrimaryHandler is WireGuard)
            return;
        WireConnections.RefuseRedirects(builder.PrimaryHandler);
        builder.PrimaryHandler = new WireGuard(builder.PrimaryHandler);
    };
}
