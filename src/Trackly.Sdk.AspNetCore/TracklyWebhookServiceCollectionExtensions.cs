using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Trackly.Sdk;
using Trackly.Sdk.AspNetCore;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Configures the endpoints of <c>MapTracklyWebhooks</c>.</summary>
public static class TracklyWebhookServiceCollectionExtensions
{
    private const string DefaultSection = "TracklyWebhooks";

    /// <summary>Reads <see cref="TracklyWebhookOptions"/> from the section <c>TracklyWebhooks</c> of the host's configuration.</summary>
    /// <param name="services">The service collection.</param>
    /// <returns>The service collection.</returns>
    public static IServiceCollection AddTracklyWebhooks(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddSingleton<IOptionsChangeTokenSource<TracklyWebhookOptions>>(static provider =>
            new ConfigurationChangeTokenSource<TracklyWebhookOptions>(provider.GetRequiredService<IConfiguration>().GetSection(DefaultSection)));
        services.AddOptions<TracklyWebhookOptions>().Configure<IConfiguration>(static (options, configuration) =>
            WebhookOptionsBinder.Bind(configuration.GetSection(DefaultSection), options));
        return services;
    }

    /// <summary>
    /// Reads <see cref="TracklyWebhookOptions"/> from a section. A changed value holds from the next request on; an invalid one is logged and not
    /// used.
    /// </summary>
    /// <param name="services">The service collection.</param>
    /// <param name="section">The section that holds <c>Secret</c>, <c>PreviousSecrets</c> and <c>MaxBodyBytes</c>.</param>
    /// <returns>The service collection.</returns>
    public static IServiceCollection AddTracklyWebhooks(this IServiceCollection services, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        services.AddSingleton<IOptionsChangeTokenSource<TracklyWebhookOptions>>(new ConfigurationChangeTokenSource<TracklyWebhookOptions>(section));
        return services.AddTracklyWebhooks(options => WebhookOptionsBinder.Bind(section, options));
    }

    /// <summary>Sets <see cref="TracklyWebhookOptions"/> in code.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="configure">Sets the options. They are checked when the endpoint is mapped.</param>
    /// <returns>The service collection.</returns>
    public static IServiceCollection AddTracklyWebhooks(this IServiceCollection services, Action<TracklyWebhookOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<TracklyWebhookOptions>().Configure(configure);
        return services;
    }
}
