using System.Runtime.ExceptionServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Trackly.Sdk.Pipeline;

/// <summary>
/// Keeps the settings of a client in step with its options. After a faulty change it goes on with the last valid ones; if the change asks for another recipient
/// policy, it sends nothing until the options are valid again. It listens itself, since a monitor says nothing about a change that is faulty, and nothing at all when
/// somebody else who listens to it throws.
/// </summary>
internal sealed class OptionsWatch : IDisposable
{
    private readonly IServiceProvider _provider;
    private readonly string _name;
    private readonly TimeProvider _clock;
    private readonly IDisposable[] _registrations;
    private readonly object _turn = new();
    private SendSettings _valid;

    /// <exception cref="OptionsValidationException">The options are not valid.</exception>
    public OptionsWatch(IServiceProvider provider, string name, TimeProvider clock)
    {
        (_provider, _name, _clock) = (provider, name, clock);
        // As they were when the host started, for whom a policy that has been lost since then stays.
        _valid = new SendSettings(provider.GetRequiredService<IOptionsMonitor<TracklyClientOptions>>().Get(name), clock);
        Settings = new SettingsSource(_valid);
        _registrations =
        [
            .. provider.GetServices<IOptionsChangeTokenSource<TracklyClientOptions>>()
                .Where(source => (source.Name ?? Options.DefaultName) == name)
                .Select(source => ChangeToken.OnChange(source.GetChangeToken, () => Renew()?.Throw())),
        ];
        // What changed before it listened.
        Renew();
    }

    public SettingsSource Settings { get; }

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
    }

    /// <summary>Takes over what the options are now. Returns what is wrong with them, for whoever changed them; null when nothing is.</summary>
    private ExceptionDispatchInfo? Renew()
    {
        lock (_turn)
        {
            try
            {
                var options = _provider.GetRequiredService<IOptionsFactory<TracklyClientOptions>>().Create(_name);
                Settings.Current = _valid = new SendSettings(options, _clock, _valid.Recipients);
                return null;
            }
            catch (Exception fault)
            {
                var isClosed = ReferenceEquals(Settings.Current.Recipients, RecipientGate.Closed);
                Settings.Current = isClosed || AskedPolicy() is { } asked && _valid.Recipients?.IsOf(asked) is not true ? _valid.Closed() : _valid;
                return ExceptionDispatchInfo.Capture(fault);
            }
        }
    }

    /// <summary>The policy of options that cannot be made: what cannot be configured does not hide it.</summary>
    private TracklyRecipientPolicy? AskedPolicy()
    {
        var options = new TracklyClientOptions();
        foreach (var step in _provider.GetServices<IConfigureOptions<TracklyClientOptions>>())
        {
            if (step is IConfigureNamedOptions<TracklyClientOptions> named)
                Try(() => named.Configure(_name, options));
            else if (_name == Options.DefaultName)
                Try(() => step.Configure(options));
        }

        foreach (var step in _provider.GetServices<IPostConfigureOptions<TracklyClientOptions>>())
            Try(() => step.PostConfigure(_name, options));
        return options.RecipientPolicy;

        static void Try(Action step)
        {
            try
            {
                step();
            }
            catch (Exception)
            {
                // Whoever changed the options hears of it; here it counts what the other steps ask for.
            }
        }
    }
}
