using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Trackly.Sdk.Pipeline.Wire;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Guarantee;

/// <summary>A client over real sockets and a clock that the test moves, created in each way in which an application creates one.</summary>
internal sealed class WiredClient : IDisposable
{
    /// <summary>Only a broken client reaches it.</summary>
    private static readonly TimeSpan MaxDuration = TimeSpan.FromSeconds(30);

    private readonly IDisposable _owner;
    private readonly TracklyClientOptions _options;
    private readonly Version? _version;
    private readonly IWebProxy? _proxy;
    private readonly ResponseCounter _counter = new();

    /// <param name="wiring">How the client is created.</param>
    /// <param name="baseAddress">The address of the server.</param>
    /// <param name="clock">The clock of the client.</param>
    /// <param name="configure">Changes the options, which by default allow one retry and ten seconds an attempt.</param>
    /// <param name="version">The exact version of HTTP. Null for 1.1, with the responses counted.</param>
    /// <param name="proxy">The proxy of addresses that are not loopback. Null for that of the machine.</param>
    public WiredClient(
        ClientWiring wiring, Uri baseAddress, TestClock clock, Action<TracklyClientOptions>? configure = null, Version? version = null, IWebProxy? proxy = null)
    {
        (_version, _proxy) = (version, proxy);
        Clock = clock;
        _options = Some.Options(options =>
        {
            options.BaseAddress = baseAddress;
            options.AttemptTimeout = TimeSpan.FromSeconds(10);
            options.Retry.MaxRetryAttempts = 1;
            configure?.Invoke(options);
        });
        (Client, _owner) = wiring is ClientWiring.HttpClient ? CreateFromHttpClient() : CreateFromContainer(wiring is ClientWiring.AddTracklyWithHandler);
    }

    public static TheoryData<ClientWiring> Wirings { get; } = [.. Enum.GetValues<ClientWiring>()];

    public ITracklyClient Client { get; }

    public TestClock Clock { get; }

    /// <summary>The number of responses whose head has reached the client, and whose body it has started to read.</summary>
    public int ResponsesSeen => _counter.Responses;

    /// <summary>Whether a wait between two attempts has started.</summary>
    public bool IsBetweenAttempts => GetWaits().Count > 0;

    /// <summary>Sends. The time of a wait between two attempts elapses at once, that of an attempt once the server is silent.</summary>
    /// <param name="request">The message.</param>
    /// <param name="isSilent">Whether the server sends nothing more in the attempt of this number.</param>
    public Task<SendResponse> SendAsync(SendRequest request, Func<int, bool> isSilent) =>
        RunAsync(client => client.SendAsync(request, TestContext.Current.CancellationToken), isSilent);

    /// <summary>Makes any call, with the same clock.</summary>
    public async Task<T> RunAsync<T>(Func<TracklyClient, Task<T>> callAsync, Func<int, bool> isSilent)
    {
        var (waits, attempt, started) = (0, 1, System.Diagnostics.Stopwatch.GetTimestamp());
        var call = callAsync((TracklyClient)Client);
        while (!call.IsCompleted)
        {
            System.Diagnostics.Stopwatch.GetElapsedTime(started).Should().BeLessThan(MaxDuration, "a call that waits for nothing ends");
            if (GetWaits() is var all && all.Count > waits)
                Clock.Advance(all[waits++]);
            else if (isSilent(attempt))
                (attempt, _) = (attempt + 1, Elapse());
            else
                await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        return await call;
    }

    /// <summary>Sends and describes the result in a few words.</summary>
    public Task<SendDescription> DescribeSendAsync(Func<int, bool> isSilent, SendRequest? request = null) =>
        SendDescription.CreateAsync(SendAsync(request ?? Some.Request(), isSilent));

    public void Dispose() => _owner.Dispose();

    private bool Elapse()
    {
        Clock.Advance(_options.AttemptTimeout);
        return true;
    }

    private List<TimeSpan> GetWaits() => [.. Clock.Waits.Select(wait => wait.Wait).Where(wait => wait < TimeSpan.FromSeconds(9))];

    private (ITracklyClient, IDisposable) CreateFromHttpClient()
    {
        var httpClient = new HttpClient(CreatePrimaryHandler());
        Configure(httpClient);
        return (new TracklyClient(httpClient, _options, timeProvider: Clock), httpClient);
    }

    private (ITracklyClient, IDisposable) CreateFromContainer(bool hasHandler)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        var builder = services.AddTrackly(options =>
        {
            (options.ApiKey, options.BaseAddress) = (_options.ApiKey, _options.BaseAddress);
            (options.AttemptTimeout, options.Timeout, options.Retry) = (_options.AttemptTimeout, _options.Timeout, _options.Retry);
        }).ConfigurePrimaryHttpMessageHandler(CreatePrimaryHandler).ConfigureHttpClient(Configure);
        if (hasHandler)
            builder.AddHttpMessageHandler(static () => new PassThroughHandler());
        var provider = services.BuildServiceProvider();
        return (provider.GetRequiredService<ITracklyClient>(), provider);
    }

    private HttpMessageHandler CreatePrimaryHandler()
    {
        _counter.InnerHandler = DefaultConnections.CreateHandler();
        if (_counter.InnerHandler is HttpClientHandler client)
            client.Proxy = _proxy ?? client.Proxy;
#if NET
        if (_counter.InnerHandler is SocketsHttpHandler sockets)
            sockets.Proxy = _proxy ?? sockets.Proxy;
#endif
        return _version is null ? _counter : _counter.InnerHandler;
    }

    private void Configure(HttpClient httpClient)
    {
        httpClient.Timeout = Timeout.InfiniteTimeSpan;
#if NET
        if (_version is not null)
            (httpClient.DefaultRequestVersion, httpClient.DefaultVersionPolicy) = (_version, HttpVersionPolicy.RequestVersionExact);
#endif
    }

    /// <summary>A handler of the host that does nothing, which the SDK cannot know.</summary>
    private sealed class PassThroughHandler : DelegatingHandler;

    /// <summary>Counts the responses whose body is asked for: then the client has seen the head.</summary>
    private sealed class ResponseCounter : DelegatingHandler
    {
        private int _responses;

        public int Responses => Volatile.Read(ref _responses);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            response.Content = new CountedContent(response.Content, () => Interlocked.Increment(ref _responses));
            return response;
        }
    }

    private sealed class CountedContent : HttpContent
    {
        private readonly HttpContent _inner;
        private readonly Action _count;

        public CountedContent(HttpContent inner, Action count)
        {
            (_inner, _count) = (inner, count);
            foreach (var header in inner.Headers)
                Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        protected override Task<Stream> CreateContentReadStreamAsync()
        {
            _count();
            return _inner.ReadAsStreamAsync();
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => _inner.CopyToAsync(stream);

        protected override bool TryComputeLength(out long length)
        {
            length = _inner.Headers.ContentLength ?? 0;
            return _inner.Headers.ContentLength is not null;
        }

        protected override void Dispose(bool disposing)
        {
            _inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
