using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Trackly.Sdk.AspNetCore;

/// <summary>Keeps the settings of an endpoint up to date. Options that become invalid are logged and not used: the last valid ones stay.</summary>
internal sealed class WebhookSettingsSource
{
    private readonly IOptionsFactory<TracklyWebhookOptions> _factory;
    private readonly Action<TracklyWebhookOptions>? _configure;
    private readonly string _pattern;
    private readonly ILogger _logger;
    private volatile WebhookSettings _current;

    /// <exception cref="OptionsValidationException">The options are invalid.</exception>
    public WebhookSettingsSource(
        IOptionsFactory<TracklyWebhookOptions> factory,
        IOptionsMonitor<TracklyWebhookOptions> monitor,
        Action<TracklyWebhookOptions>? configure,
        string pattern,
        ILogger logger)
    {
        (_factory, _configure, _pattern, _logger) = (factory, configure, pattern, logger);
        _current = Read();
        monitor.OnChange(_ => Renew());
    }

    public WebhookSettings Current => _current;

    private void Renew()
    {
        try
        {
            _current = Read();
        }
        catch (OptionsValidationException exception)
        {
            WebhookLog.OptionsInvalid(_logger, string.Join(" ", exception.Failures));
        }
    }

    private WebhookSettings Read()
    {
        var options = _factory.Create(Options.DefaultName);
        _configure?.Invoke(options);
        return WebhookSettings.Create(options, _pattern);
    }
}
