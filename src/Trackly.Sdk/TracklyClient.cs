using Microsoft.Extensions.Logging;
using Trackly.Sdk.Pipeline;

namespace Trackly.Sdk;

/// <summary>The client of the Trackly SMS API. Safe to use from many threads at once: make one, keep it, use it everywhere.</summary>
public sealed class TracklyClient : ITracklyClient, IDisposable
{
    private readonly Transport _transport;
    private readonly IDisposable? _owned;
    private volatile bool _disposed;

    /// <summary>Makes a client with default options and connections of its own.</summary>
    /// <param name="apiKey">The API key, as the account owner gets it from the Trackly dashboard.</param>
    /// <exception cref="ArgumentException">The key is missing or cannot be a key.</exception>
    public TracklyClient(string apiKey)
        : this(new TracklyClientOptions { ApiKey = apiKey })
    {
    }

    /// <summary>Makes a client with connections of its own.</summary>
    /// <param name="options">The options; later changes of the object are not seen.</param>
    /// <param name="loggerFactory">Where the client logs, in the category <c>Trackly.Sdk</c>. Null, the default, logs nothing.</param>
    /// <exception cref="ArgumentException">An option is missing or wrong; the message has a sentence for each fault.</exception>
    public TracklyClient(TracklyClientOptions options, ILoggerFactory? loggerFactory = null)
    {
        var settings = SettingsFrom(options);
        var httpClient = WireConnections.NewClient();
        _transport = new Transport(() => httpClient, settings, TimeProvider.System, loggerFactory);
        _owned = httpClient;
    }

    /// <summary>Makes a client over your own <see cref="HttpClient"/>, which is never disposed here. Its base address is not used.</summary>
    /// <param name="httpClient">Carries the requests. A handler inside it that repeats requests or follows redirects is refused the second transmission.</param>
    /// <param name="options">The options; later changes of the object are not seen.</param>
    /// <param name="loggerFactory">Where the client logs, in the category <c>Trackly.Sdk</c>. Null, the default, logs nothing.</param>
    /// <exception cref="ArgumentException">An option is missing or wrong; the message has a sentence for each fault.</exception>
    public TracklyClient(HttpClient httpClient, TracklyClientOptions options, ILoggerFactory? loggerFactory = null)
    {
        ArgumentNullException.ThrowIfNull(httpClient);
        _transport = new Transport(() => httpClient, SettingsFrom(options), TimeProvider.System, loggerFactory);
    }

    internal TracklyClient(Transport transport, IDisposable? owned)
    {
        _transport = transport;
        _owned = owned;
    }

    /// <inheritdoc/>
    public Task<SendResponse> SendAsync(SendRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _disposed ? throw new ObjectDisposedException(nameof(TracklyClient)) : _transport.SendAsync(request, cancellationToken);
    }

    /// <summary>Closes the connections that are the client's own. A caller's <see cref="HttpClient"/> stays open.</summary>
    public void Dispose()
    {
        _disposed = true;
        _owned?.Dispose();
    }

    private static SettingsSource SettingsFrom(TracklyClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new TracklyClientOptionsValidator().Validate(null, options) is { Failed: true } faults
            ? throw new ArgumentException(string.Join(" ", faults.Failures), nameof(options))
            : new SettingsSource(new SendSettings(options, TimeProvider.System));
    }
}
