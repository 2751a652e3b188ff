using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Trackly.Sdk.Pipeline;

namespace Trackly.Sdk;

/// <summary>Registers <see cref="ITracklyClient"/> with a service collection.</summary>
public static class TracklyServiceCollectionExtensions
{
    /// <summary>Registers <see cref="ITracklyClient"/> as a singleton, with options set in code.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="configure">Sets the options. They are checked when the host starts.</param>
    /// <returns>The builder of the underlying HTTP client, for handlers of your own.</returns>
    public static IHttpClientBuilder AddTrackly(this IServiceCollection services, Action<TracklyClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        return services.AddClient(Options.DefaultName, options => options.Configure(configure));
    }

    /// <summary>Registers <see cref="ITracklyClient"/> as a singleton, with options from configuration. A changed value is used by the next attempt.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="section">The section that holds <c>ApiKey</c> and the other options, for example <c>configuration.GetSection("Trackly")</c>.</param>
    /// <returns>The builder of the underlying HTTP client, for handlers of your own.</returns>
    public static IHttpClientBuilder AddTrackly(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        return services.AddClient(Options.DefaultName, options => options.BindClosed(section));
    }

    /// <summary>Registers <see cref="ITracklyClient"/> as a keyed singleton: one per account, each with its own key.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="name">The service key under which the client is resolved.</param>
    /// <param name="configure">Sets the options. They are checked when the host starts.</param>
    /// <returns>The builder of the underlying HTTP client, for handlers of your own.</returns>
    public static IHttpClientBuilder AddTrackly(this IServiceCollection services, string name, Action<TracklyClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return services.AddNamedClient(name, options => options.Configure(configure));
    }

    /// <summary>Registers <see cref="ITracklyClient"/> as a keyed singleton, with options from configuration. A changed value is used by the next attempt.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="name">The service key under which the client is resolved.</param>
    /// <param name="section">The section that holds <c>ApiKey</c> and the other options, for example <c>configuration.GetSection("Trackly:Europe")</c>.</param>
    /// <returns>The builder of the underlying HTTP client, for handlers of your own.</returns>
    public static IHttpClientBuilder AddTrackly(this IServiceCollection services, string name, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return services.AddNamedClient(name, options => options.BindClosed(section));
    }

    private static void BindClosed(this OptionsBuilder<TracklyClientOptions> builder, IConfiguration section)
    {
        builder.Services.AddSingleton<IOptionsChangeTokenSource<TracklyClientOptions>>(new ConfigurationChangeTokenSource<TracklyClientOptions>(builder.Name, section));
        builder.Configure(options => PolicySection.Bind(section, options));
    }

    private static IHttpClientBuilder AddNamedClient(
        this IServiceCollection services, string name, Action<OptionsBuilder<TracklyClientOptions>> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (string.IsNullOrWhiteSpace(name))
            throw new ArgumentException("A named client needs a name that is not empty. Leave it out for the one client of an application.", nameof(name));
        return services.AddClient(name, configure);
    }

    private static IHttpClientBuilder AddClient(this IServiceCollection services, string name, Action<OptionsBuilder<TracklyClientOptions>> configure)
    {
        configure(services.AddOptions<TracklyClientOptions>(name).ValidateOnStart());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TracklyClientOptions>, TracklyClientOptionsValidator>());

        var clientName = name == Options.DefaultName ? "Trackly.Sdk" : $"Trackly.Sdk:{name}";
        var guard = new WireGuardFilter(clientName);
        if (name == Options.DefaultName)
            services.TryAddSingleton<ITracklyClient>(provider => NewClient(provider, name, clientName, guard));
        else
            services.TryAddKeyedSingleton<ITracklyClient>(name, (provider, _) => NewClient(provider, name, clientName, guard));

        // The first filter has the last word: whatever the others put next to the wire, the guard is around it.
        services.Insert(0, ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter>(guard));
        // HttpClientFactory logs headers at Trace level. Naming one to redact un-redacts the rest: whatever the host names, all stay hidden.
        services.PostConfigure<HttpClientFactoryOptions>(clientName, static options => options.ShouldRedactHeaderValue = static _ => true);
        return services.AddHttpClient(clientName)
            .ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan);
    }

    private static TracklyClient NewClient(IServiceProvider provider, string name, string clientName, WireGuardFilter guard)
    {
        var clock = provider.GetService<TimeProvider>() ?? TimeProvider.System;
        var watch = new OptionsWatch(provider, name, clock);
        var connections = new FactoryClient(provider.GetRequiredService<IHttpClientFactory>(), clientName, clock);
        var transport = new Transport(() => connections.Current, watch.Settings, clock, provider.GetService<ILoggerFactory>(), guard);
        return new TracklyClient(transport, watch);
    }
}
