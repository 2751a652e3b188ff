using System.Runtime.Versioning;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Trackly.Sdk;
using Trackly.Sdk.Pipeline;
using Trackly.Sdk.Pipeline.Settings;
using Trackly.Sdk.Pipeline.Telemetry;
using Trackly.Sdk.Pipeline.Wire;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="ITracklyClient"/> with a service collection.</summary>
[UnsupportedOSPlatform("browser")]
public static class TracklyServiceCollectionExtensions
{
    /// <summary>Registers <see cref="ITracklyClient"/> as a singleton, with options from the section <c>Trackly</c> of the host's configuration.</summary>
    /// <param name="services">The service collection.</param>
    /// <returns>The builder of the underlying HTTP client, for handlers of your own.</returns>
    /// <example><code>
    /// var builder = WebApplication.CreateBuilder(args);
    /// builder.Services.AddTrackly();
    /// builder.Build().Run();
    /// </code></example>
    public static IHttpClientBuilder AddTrackly(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddSingleton<IOptionsChangeTokenSource<TracklyClientOptions>>(static provider =>
            new ConfigurationChangeTokenSource<TracklyClientOptions>(Options.Options.DefaultName, GetSection(provider)));
        services.AddSingleton<IConfigureOptions<TracklyClientOptions>>(static provider =>
            new ConfigureOptions<TracklyClientOptions>(options => ClientOptionsBinder.Bind(GetSection(provider), options)));
        return services.AddClient(Options.Options.DefaultName);
    }

    /// <summary>Registers <see cref="ITracklyClient"/> as a singleton, with options set in code.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="configure">Sets the options. They are checked when the host starts.</param>
    /// <returns>The builder of the underlying HTTP client, for handlers of your own.</returns>
    public static IHttpClientBuilder AddTrackly(this IServiceCollection services, Action<TracklyClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.Configure(configure);
        return services.AddClient(Options.Options.DefaultName);
    }

    /// <summary>Registers <see cref="ITracklyClient"/> as a singleton, with options from configuration. A change holds from the next call on.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="section">
    /// The section that holds <c>ApiKey</c> and the other options, for example <c>configuration.GetSection("Trackly")</c>. It is bound strictly: an unknown key or a value that
    /// cannot be read keeps the host from starting.
    /// </param>
    /// <returns>The builder of the underlying HTTP client, for handlers of your own.</returns>
    public static IHttpClientBuilder AddTrackly(this IServiceCollection services, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        return services.BindSection(Options.Options.DefaultName, section).AddClient(Options.Options.DefaultName);
    }

    /// <summary>Throws an exception unless the configuration is a section: a whole configuration is never bound.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="configuration">The configuration.</param>
    /// <returns>The builder of the underlying HTTP client, if <paramref name="configuration"/> is a section.</returns>
    /// <exception cref="ArgumentException"><paramref name="configuration"/> is not a section.</exception>
    public static IHttpClientBuilder AddTrackly(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration is IConfigurationSection section
            ? services.AddTrackly(section)
            : throw new ArgumentException(
                "AddTrackly got a whole configuration. Pass the section with the options, for example configuration.GetSection(\"Trackly\"), or nothing.", nameof(configuration));
    }

    /// <summary>Registers <see cref="ITracklyClient"/> as a keyed singleton, one for each account, with options set in code.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="serviceKey">The key under which the client is resolved. Not blank.</param>
    /// <param name="configure">Sets the options. They are checked when the host starts.</param>
    /// <returns>The builder of the underlying HTTP client, for handlers of your own.</returns>
    /// <exception cref="ArgumentException"><paramref name="serviceKey"/> is blank.</exception>
    public static IHttpClientBuilder AddKeyedTrackly(this IServiceCollection services, string serviceKey, Action<TracklyClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        CheckKey(services, serviceKey);
        services.Configure(serviceKey, configure);
        return services.AddClient(serviceKey);
    }

    /// <summary>Registers <see cref="ITracklyClient"/> as a keyed singleton, with options from configuration. A change holds from the next call on.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="serviceKey">The key under which the client is resolved. Not blank.</param>
    /// <param name="section">The section with <c>ApiKey</c> and the other options, for example <c>configuration.GetSection("Trackly:Europe")</c>. It is bound strictly.</param>
    /// <returns>The builder of the underlying HTTP client, for handlers of your own.</returns>
    /// <exception cref="ArgumentException"><paramref name="serviceKey"/> is blank.</exception>
    public static IHttpClientBuilder AddKeyedTrackly(this IServiceCollection services, string serviceKey, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        CheckKey(services, serviceKey);
        return services.BindSection(serviceKey, section).AddClient(serviceKey);
    }

    private static IConfigurationSection GetSection(IServiceProvider provider) =>
        (provider.GetService<IConfiguration>() ?? throw new InvalidOperationException(
            "AddTrackly() reads the section 'Trackly' of IConfiguration, which is not registered. Use a host, or call AddTrackly(options => ...).")).GetSection("Trackly");

    private static IServiceCollection BindSection(this IServiceCollection services, string name, IConfigurationSection section)
    {
        services.AddSingleton<IOptionsChangeTokenSource<TracklyClientOptions>>(new ConfigurationChangeTokenSource<TracklyClientOptions>(name, section));
        return services.Configure<TracklyClientOptions>(name, options => ClientOptionsBinder.Bind(section, options));
    }

    private static void CheckKey(IServiceCollection services, string serviceKey)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (string.IsNullOrWhiteSpace(serviceKey))
            throw new ArgumentException("A keyed client needs a key that is not blank. Use AddTrackly for the one client of an application.", nameof(serviceKey));
    }

    private static IHttpClientBuilder AddClient(this IServiceCollection services, string name)
    {
        services.AddOptions<TracklyClientOptions>(name).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TracklyClientOptions>, TracklyClientOptionsValidator>());

        var clientName = name == Options.Options.DefaultName ? "Trackly.Sdk" : $"Trackly.Sdk:{name}";
        var filter = new SingleTransmissionHandlerFilter(clientName);
        ClientRegistration.Add(services, name == Options.Options.DefaultName ? null : name, provider => CreateClient(provider, name, clientName, filter));

        // The first filter has the last word: whatever the others put next to the network, the handler is around it.
        services.Insert(0, ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter>(filter));
        // HttpClientFactory logs headers at Trace level. Naming one to redact un-redacts the rest: whatever the host names, all stay hidden.
        services.PostConfigure<HttpClientFactoryOptions>(clientName, static options => options.ShouldRedactHeaderValue = static _ => true);
        // They log the address, in which there may be a phone number. A host that adds them again has decided so.
        return services.AddHttpClient(clientName).RemoveAllLoggers().ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan);
    }

    private static TracklyClient CreateClient(IServiceProvider provider, string name, string clientName, SingleTransmissionHandlerFilter filter)
    {
        ClientPlatform.ThrowIfBrowser();
        var telemetry = new RequestTelemetry(provider.GetService<ILoggerFactory>(), provider.GetService<TimeProvider>() ?? TimeProvider.System);
        var httpClient = new CachedHttpClient(provider.GetRequiredService<IHttpClientFactory>(), clientName, telemetry.Clock);
        // A primary handler that cannot be used is reported now, not at the first call.
        httpClient.Get();
        if (!filter.Chain.ResolvesNames && ServiceName.IsName(provider.GetRequiredService<IOptionsMonitor<TracklyClientOptions>>().Get(name).BaseAddress))
            throw new InvalidOperationException(ServiceName.NotResolved);
        var reloader = new OptionsReloader(provider, name, telemetry);
        return new TracklyClient(new RequestPipeline(new Transmitter(httpClient.Get, filter.Chain), () => reloader.Current, telemetry), reloader);
    }
}
