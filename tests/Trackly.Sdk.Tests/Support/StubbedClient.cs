namespace Trackly.Sdk.Tests.Support;

/// <summary>A client over a scripted handler, for the resources beside messages.</summary>
internal sealed class StubbedClient : IDisposable
{
    private readonly HttpClient _httpClient;

    public StubbedClient(Action<StubHandler> script, Action<TracklyClientOptions>? configure = null)
    {
        script(Wire);
        _httpClient = new HttpClient(Wire);
        Client = new TracklyClient(_httpClient, Some.Options(options =>
        {
            options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
            configure?.Invoke(options);
        }));
    }

    public static CancellationToken Canceled => TestContext.Current.CancellationToken;

    public StubHandler Wire { get; } = new();

    public TracklyClient Client { get; }

    /// <summary>The one request that was sent.</summary>
    public SentRequest Sent => Wire.Requests.Should().ContainSingle().Which;

    public void Dispose()
    {
        Client.Dispose();
        _httpClient.Dispose();
    }
}
