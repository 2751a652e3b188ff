using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Trackly.Sdk.Pipeline;

/// <summary>
/// Keeps the settings of a client in step with its options. After a faulty change it goes on with the last valid ones; if the change asks for another recipient
/// policy, it sends nothing until the options are valid again. It makes the options itself, since a monitor says nothing about a change that is faulty, and nothing
/// at all when somebody else who listens to it throws.
/// </summary>
internal sealed class OptionsWatch : IDisposable
{
    private readonly string _name;
    private readonly TimeProvider _clock;
    private readonly Factory _factory;
    private readonly IDisposable[] _registrations;
    private SendSettings _valid;

    /// <exception cref="OptionsValidationException">The options are not valid.</exception>
    public OptionsWatch(IServiceProvider provider, string name, TimeProvider clock)
    {
        (_name, _clock, _factory) = (name, clock, new Factory(provider));
        _valid = new SendSettings(_factory.Create(name), clock);
        Settings = new SettingsSource(_valid);
        _registrations =
        [
            .. provider.GetServices<IOptionsChangeTokenSource<TracklyClientOptions>>()
                .Where(source => (source.Name ?? Options.DefaultName) == name)
                .Select(source => ChangeToken.OnChange(source.GetChangeToken, Renew)),
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

    private void Renew()
    {
        lock (_factory)
        {
            try
            {
                _valid = new SendSettings(_factory.Create(_name), _clock, _valid.Recipients);
                Settings.Current = _valid;
            }
            catch
            {
                var asksForAnother = _factory.Last?.RecipientPolicy is { } asked && _valid.Recipients?.IsOf(asked) is not true;
                Settings.Current = asksForAnother ? _valid.Closed() : _valid;
                throw;
            }
        }
    }

    /// <summary>Remembers what it made, valid or not.</summary>
    private sealed class Factory(IServiceProvider provider) : OptionsFactory<TracklyClientOptions>(
        provider.GetServices<IConfigureOptions<TracklyClientOptions>>(),
        provider.GetServices<IPostConfigureOptions<TracklyClientOptions>>(),
        provider.GetServices<IValidateOptions<TracklyClientOptions>>())
    {
        public TracklyClientOptions? Last { get; private set; }

        protected override TracklyClientOptions CreateInstance(string name) => Last = base.CreateInstance(name);
    }
}
