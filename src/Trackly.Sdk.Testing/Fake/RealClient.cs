namespace Trackly.Sdk.Testing.Fake;

/// <summary>
/// The client that users have in production, over a scripted handler. It never retries, and its own timeouts are too long to matter.
/// </summary>
internal sealed class RealClient : IDisposable
{
    /// <summary>The host name cannot exist, so nothing can be sent even by mistake.</summary>
    private static readonly TracklyClientOptions Options = new()
    {
        ApiKey = "trk_fake",
        BaseAddress = new Uri("https://fake.invalid/api/"),
        AttemptTimeout = TimeSpan.FromDays(1),
        Timeout = TimeSpan.FromDays(1),
        Retry = { MaxRetryAttempts = 0 },
    };

    private readonly HttpClient _http;

    public RealClient(ScriptedHandler handler)
    {
        _http = new HttpClient(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        Client = new TracklyClient(_http, Options);
    }

    public TracklyClient Client { get; }

    public void Dispose()
    {
        Client.Dispose();
        _http.Dispose();
    }
}
