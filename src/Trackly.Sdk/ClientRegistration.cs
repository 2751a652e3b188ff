using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Trackly.Sdk;

/// <summary>Registers a client, and each of its resources as a service that is the client's property.</summary>
internal static class ClientRegistration
{
    /// <param name="services">The service collection.</param>
    /// <param name="key">The service key. Null for the one client of an application.</param>
    /// <param name="createClient">Creates the client.</param>
    public static void Add(IServiceCollection services, string? key, Func<IServiceProvider, TracklyClient> createClient)
    {
        TryAdd(services, key, createClient);
        TryAdd<ITracklyClient>(services, key, provider => GetClient(provider, key));
        TryAdd(services, key, provider => GetClient(provider, key).Contacts);
        TryAdd(services, key, provider => GetClient(provider, key).Lists);
        TryAdd(services, key, provider => GetClient(provider, key).Phones);
    }

    private static void TryAdd<TService>(IServiceCollection services, string? key, Func<IServiceProvider, TService> create)
        where TService : class
    {
        if (key is null)
            services.TryAddSingleton(create);
        else
            services.TryAddKeyedSingleton(key, (provider, _) => create(provider));
    }

    private static TracklyClient GetClient(IServiceProvider provider, string? key) =>
        key is null ? provider.GetRequiredService<TracklyClient>() : provider.GetRequiredKeyedService<TracklyClient>(key);
}
