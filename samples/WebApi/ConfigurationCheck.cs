using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Trackly.Sdk;

namespace WebApi;

/// <summary>
/// Says whether the options are valid, without a request to Trackly. A wrong option keeps the host from starting; one that is changed later makes it
/// unhealthy, while the client goes on with the last valid ones.
/// </summary>
internal sealed class ConfigurationCheck(IOptionsMonitor<TracklyClientOptions> options) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            _ = options.CurrentValue;
            return Task.FromResult(HealthCheckResult.Healthy());
        }
        catch (OptionsValidationException faulty)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy(string.Join(" ", faulty.Failures)));
        }
    }
}
