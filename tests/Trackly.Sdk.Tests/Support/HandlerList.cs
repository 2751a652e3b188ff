using Microsoft.Extensions.DependencyInjection;

namespace Trackly.Sdk.Tests.Support;

/// <summary>The handler chain that the factory created.</summary>
internal static class HandlerList
{
    /// <summary>The name of the one client of a container.</summary>
    public const string ClientName = "Trackly.Sdk";

    public static IServiceCollection AddTracklyClient(this IServiceCollection services)
    {
        services.AddTrackly(options => options.ApiKey = Some.Key);
        return services;
    }

    /// <summary>The handlers of a named client from the outermost to the primary one.</summary>
    public static IReadOnlyList<HttpMessageHandler> Get(IServiceProvider provider, string clientName = ClientName)
    {
        List<HttpMessageHandler> chain = [];
        for (var handler = provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(clientName);
            handler is not null;
            handler = (handler as DelegatingHandler)?.InnerHandler)
        {
            chain.Add(handler);
        }

        return chain;
    }
}
