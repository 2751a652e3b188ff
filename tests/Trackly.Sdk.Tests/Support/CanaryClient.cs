using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Trackly.Sdk.Tests.Support;

/// <summary>A client that uses the key of the canary and writes to the sinks, created in each way in which an application may do so.</summary>
internal sealed class CanaryClient : IAsyncDisposable
{
    private readonly ServiceProvider _provider;
    private readonly HttpClient? _httpClient;

    public CanaryClient(string wiring, Uri address, Sinks sinks, Action<TracklyClientOptions>? configure = null, bool printsRequests = true)
    {
        void Configure(TracklyClientOptions options)
        {
            options.ApiKey = Canary.Key;
            options.BaseAddress = address;
            options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
            configure?.Invoke(options);
            sinks.Catch("TracklyClientOptions", $"{options} {options.Retry} {options.RecipientPolicy}");
        }

        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(sinks.Provider));
        if (wiring.StartsWith("AddTrackly", StringComparison.Ordinal))
        {
            var builder = services.AddTrackly(Configure);
            // A handler of the host sees the address, as it must.
            if (printsRequests)
                builder.AddHttpMessageHandler(() => new PrintingHandler(request => sinks.Catch("HttpRequestMessage", request)));
            if (wiring.EndsWith("another header", StringComparison.Ordinal))
                builder.AddDefaultLogger().RedactLoggedHeaders(["X-Other"]);
            _provider = services.BuildServiceProvider();
            Client = _provider.GetRequiredService<TracklyClient>();
            return;
        }

        _provider = services.BuildServiceProvider();
        var options = new TracklyClientOptions();
        Configure(options);
        var logs = _provider.GetRequiredService<ILoggerFactory>();
        if (wiring is "HttpClient")
        {
            // An HttpClient of the application must see the headers: only the rest of the request is caught there.
            _httpClient = new HttpClient(
                new PrintingHandler(request => sinks.Catch("HttpRequestMessage", request.Split('{')[0])) { InnerHandler = new HttpClientHandler() });
        }

        Client = _httpClient is null ? new TracklyClient(options, logs) : new TracklyClient(_httpClient, options, logs);
    }

    /// <summary>The ways to create a client, and a change that a host may make to its log.</summary>
    public static TheoryData<string> Wirings => ["constructor", "HttpClient", "AddTrackly", "AddTrackly, logging and redacting another header"];

    public TracklyClient Client { get; }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _httpClient?.Dispose();
        await _provider.DisposeAsync();
    }

    /// <summary>Prints each request.</summary>
    private sealed class PrintingHandler(Action<string> print) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
#if NET
            var options = request.Options;
#else
            var options = request.Properties;
#endif
            print(string.Join(" ", options.Select(static option => $"{option.Key}={option.Value}").Append($"{request}")));
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
