using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Trackly.Sdk.Pipeline.Telemetry;

namespace Trackly.Sdk.Pipeline.Settings;

/// <summary>
/// Keeps the settings of a client in step with its options. A valid change holds from the next call on; a policy that disappears stays in force until restart; an invalid
/// change is logged as an error and not used.
/// </summary>
/// <remarks>Subscribes to the change tokens directly: IOptionsMonitor.OnChange is not raised for invalid options, nor after another subscriber has thrown.</remarks>
internal sealed class OptionsReloader : IDisposable
{
    private readonly IServiceProvider _provider;
    private readonly string _name;
    private readonly RequestTelemetry _telemetry;
    private readonly IDisposable[] _registrations;
    private readonly object _lock = new();
    private volatile ClientSettings _current;

    /// <exception cref="OptionsValidationException">The options are not valid.</exception>
    public OptionsReloader(IServiceProvider provider, string name, RequestTelemetry telemetry)
    {
        (_provider, _name, _telemetry) = (provider, name, telemetry);
        // Start from the options that were validated at host start, so that a policy removed since then still applies.
        _current = CreateSettings(provider.GetRequiredService<IOptionsMonitor<TracklyClientOptions>>().Get(name), previous: null);
        _registrations =
        [
            .. provider.GetServices<IOptionsChangeTokenSource<TracklyClientOptions>>()
                .Where(source => (source.Name ?? Options.DefaultName) == name)
                .Select(source => ChangeToken.OnChange(source.GetChangeToken, Reload)),
        ];
        // The options may have changed before the subscription.
        Reload();
    }

    public ClientSettings Current => _current;

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
    }

    private void Reload()
    {
        lock (_lock)
        {
            try
            {
                _current = CreateSettings(_provider.GetRequiredService<IOptionsFactory<TracklyClientOptions>>().Create(_name), _current);
            }
            catch (OptionsValidationException exception)
            {
                _telemetry.ReportInvalidReload(_name, string.Join(" ", exception.Failures));
            }
            catch (Exception exception)
            {
                // A configure step of the host; its message may hold what it read.
                _telemetry.ReportInvalidReload(_name, $"Configuring them throws {exception.GetType()}.");
            }
        }
    }

    private ClientSettings CreateSettings(TracklyClientOptions options, ClientSettings? previous) => new(options, _telemetry.Clock, _telemetry.ReportRetry, previous);
}
