using System.Runtime.ExceptionServices;

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

    /// <summary>Makes one call over a handler, which it disposes.</summary>
    public static async Task<TResponse> CallAsync<TResponse>(ScriptedHandler scripted, Func<TracklyClient, Task<TResponse>> sendAsync)
    {
        using var handler = scripted;
        using var client = new RealClient(handler);
        try
        {
            return await sendAsync(client.Client).ConfigureAwait(false);
        }
        catch when (handler.ScriptException is { } exception)
        {
            ExceptionDispatchInfo.Capture(exception).Throw();
            throw;
        }
    }

    /// <summary>Checks the arguments of a stream as the client does.</summary>
    public static void CheckStream(IAsyncEnumerable<SendRequest> requests, SendManyOptions options)
    {
        using var client = new TracklyClient(Options);
        client.SendManyAsync(requests, options);
    }

    public void Dispose()
    {
        Client.Dispose();
        _http.Dispose();
    }
}
