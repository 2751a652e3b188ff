using Microsoft.Extensions.DependencyInjection;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Guarantee;

/// <summary>A client whose handlers follow redirects or not, created in each way in which an application may do so.</summary>
internal sealed class RedirectedClient : IDisposable
{
    private readonly IDisposable _owner;

    public RedirectedClient(string wiring, Uri baseAddress, bool expectsContinue, Version? version = null)
    {
        void ConfigureHttpClient(HttpClient http)
        {
            http.DefaultRequestHeaders.ExpectContinue = expectsContinue;
#if NET
            if (version is not null)
                (http.DefaultRequestVersion, http.DefaultVersionPolicy) = (version, HttpVersionPolicy.RequestVersionExact);
#endif
        }

        var options = Some.Options(options => (options.BaseAddress, options.Retry.BaseDelay) = (baseAddress, TimeSpan.FromMilliseconds(1)));
        if (wiring.StartsWith("AddTrackly", StringComparison.Ordinal))
        {
            var provider = BuildProvider(wiring, options, ConfigureHttpClient);
            (_owner, Client) = (provider, provider.GetRequiredService<ITracklyClient>());
            return;
        }

        var httpClient = new HttpClient(new HttpClientHandler { AllowAutoRedirect = FollowsRedirects(wiring) });
        ConfigureHttpClient(httpClient);
        var client = wiring is "constructor" ? new TracklyClient(options) : new TracklyClient(httpClient, options);
        (_owner, Client) = (client, client);
    }

    public static IReadOnlyList<string> Wirings { get; } =
    [
        "constructor", "HttpClient", "HttpClient that follows",
        "AddTrackly", "AddTrackly over an unknown type that follows",
    ];

    public ITracklyClient Client { get; }

    /// <summary>Whether a handler makes the second request of a redirect, for the SDK to refuse.</summary>
    public static bool FollowsRedirects(string wiring) =>
        wiring is "HttpClient that follows" or "AddTrackly over an unknown type that follows";

    public void Dispose() => _owner.Dispose();

    private static ServiceProvider BuildProvider(string wiring, TracklyClientOptions options, Action<HttpClient> configureHttpClient)
    {
        var services = new ServiceCollection();
        var builder = services
            .AddTrackly(configured => (configured.ApiKey, configured.BaseAddress, configured.Retry) = (options.ApiKey, options.BaseAddress, options.Retry))
            .ConfigureHttpClient(configureHttpClient);
        if (wiring.Contains("unknown type", StringComparison.Ordinal))
            builder.ConfigurePrimaryHttpMessageHandler(static () => new UnknownHandler());
        return services.BuildServiceProvider();
    }

    /// <summary>A primary handler that the SDK can neither recognize nor change.</summary>
    private sealed class UnknownHandler : HttpMessageHandler
    {
        private readonly HttpMessageInvoker _inner = new(new HttpClientHandler { AllowAutoRedirect = true });

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            _inner.SendAsync(request, cancellationToken);

        protected override void Dispose(bool disposing)
        {
            _inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
