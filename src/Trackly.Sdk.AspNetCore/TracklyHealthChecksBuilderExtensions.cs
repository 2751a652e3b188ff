using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Trackly.Sdk;
using Trackly.Sdk.AspNetCore;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds health checks for <see cref="ITracklyClient"/>.</summary>
public static class TracklyHealthChecksBuilderExtensions
{
    /// <summary>Adds a check of the client's configuration. It sends nothing to Trackly and costs nothing.</summary>
    /// <param name="builder">The builder of the health checks.</param>
    /// <param name="name">The name of the check. <c>trackly</c> by default.</param>
    /// <param name="serviceKey">The service key of a keyed client. Null, the default, checks the one without a key.</param>
    /// <param name="failureStatus">The status when the configuration is invalid. Null, the default, is <see cref="HealthStatus.Unhealthy"/>.</param>
    /// <param name="tags">Tags to filter by. Null, the default, adds none.</param>
    /// <returns>The builder.</returns>
    public static IHealthChecksBuilder AddTrackly(
        this IHealthChecksBuilder builder,
        string name = "trackly",
        string? serviceKey = null,
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new HealthCheckRegistration(
            name,
            provider => new ConfigurationHealthCheck(
                provider.GetRequiredService<IOptionsMonitor<TracklyClientOptions>>(), serviceKey ?? Options.Options.DefaultName),
            failureStatus,
            tags));
    }
}
