using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Trackly.Sdk.AspNetCore;

/// <summary>
/// Reports whether the options of a client are valid. Invalid options keep a host from starting; options that become invalid later make
/// this check fail, while the client continues with the last valid ones.
/// </summary>
internal sealed class ConfigurationHealthCheck(IOptionsMonitor<TracklyClientOptions> options, string optionsName) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            _ = options.Get(optionsName);
            return Task.FromResult(HealthCheckResult.Healthy());
        }
        catch (OptionsValidationException exception)
        {
            return Task.FromResult(new HealthCheckResult(context.Registration.FailureStatus, string.Join(" ", exception.Failures)));
        }
    }
}
