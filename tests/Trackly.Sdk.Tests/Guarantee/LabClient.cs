using Microsoft.Extensions.DependencyInjection;
using Trackly.Sdk.Pipeline;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Guarantee;

/// <summary>A client over real sockets and a clock that the test moves, made in each of the ways an application makes one.</summary>
internal sealed class LabClient : IDisposable
{
    /// <summary>Only a broken client gets there.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly IDisposable _owner;
    private readonly TracklyClientOptions _options;
    private readonly Version? _version;
    private readonly Witness _witness = new();

    /// <param name="wiring">How the client is made.</param>
    /// <param name="baseAddress">Where the lab is.</param>
    /// <param name="clock">The clock of the client.</param>
    /// <param name="configure">Options beyond one retry and ten seconds an attempt.</param>
    /// <param name="version">The exact version of HTTP. Null is 1.1, with a witness who sees the answers come in.</param>
    public LabClient(LabWiring wiring, Uri baseAddress, TestClock clock, Action<TracklyClientOptions>? configure = null, Version? version = null)
    {
        _version = version;
        Clock = clock;
        _options = Some.Options(options =>
        {
            options.BaseAddress = baseAddress;
            options.AttemptTimeout = TimeSpan.FromSeconds(10);
            options.Retry.MaxRetryAttempts = 1;
            configure?.Invoke(options);
        });
        (Client, _owner) = wiring is LabWiring.HttpClient ? FromHttpClient() : FromContainer(wiring is LabWiring.AddTracklyWithAHandler);
    }

    public ITracklyClient Client { get; }

    public TestClock Clock { get; }

    /// <summary>How many heads of an answer the client has seen.</summary>
    public int AnswersSeen => _witness.Answers;

    /// <summary>Whether a wait between two attempts has begun.</summary>
    public bool IsBetweenAttempts => Waits().Count > 0;

    /// <summary>Makes a call. The time of a wait between two attempts passes at once, that of an attempt as soon as the lab has fallen silent in it.</summary>
    /// <param name="request">The message.</param>
    /// <param name="isSilent">Whether nothing more will come in the attempt of this number.</param>
    public async Task<SendResponse> SendAsync(SendRequest request, Func<int, bool> isSilent)
    {
        var (waits, attempt, started) = (0, 1, System.Diagnostics.Stopwatch.GetTimestamp());
        var call = Client.SendAsync(request, TestContext.Current.CancellationToken);
        while (!call.IsCompleted)
        {
            System.Diagnostics.Stopwatch.GetElapsedTime(started).Should().BeLessThan(Patience, "a call that waits for nothing ends");
            if (Waits() is var all && all.Count > waits)
                Clock.Advance(all[waits++]);
            else if (isSilent(attempt))
                (attempt, _) = (attempt + 1, Elapse());
            else
                await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        return await call;
    }

    /// <summary>Makes a call and puts what came of it into a few words: "accepted", or exception and outcome.</summary>
    public async Task<(string Said, SendOutcome? Outcome, IReadOnlyList<SendAttempt> Attempts)> HearAsync(Func<int, bool> isSilent)
    {
        try
        {
            return ("accepted", null, (await SendAsync(Some.Request(), isSilent)).Attempts);
        }
        catch (TracklyException failure)
        {
            var name = failure.GetType().Name;
            return ($"{name.Substring("Trackly".Length, name.Length - "TracklyException".Length)} {failure.Outcome}", failure.Outcome, failure.Attempts);
        }
    }

    public void Dispose() => _owner.Dispose();

    private bool Elapse()
    {
        Clock.Advance(_options.AttemptTimeout);
        return true;
    }

    private List<TimeSpan> Waits() => [.. Clock.Waits.Select(wait => wait.Wait).Where(wait => wait < TimeSpan.FromSeconds(9))];

    private (ITracklyClient, IDisposable) FromHttpClient()
    {
        var httpClient = new HttpClient(Wire());
        Prepare(httpClient);
        var settings = new SettingsSource(new SendSettings(_options, Clock));
        return (new TracklyClient(new Transport(() => httpClient, settings, Clock), httpClient), httpClient);
    }

    private (ITracklyClient, IDisposable) FromContainer(bool hasHandler)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        var builder = services.AddTrackly(options =>
        {
            (options.ApiKey, options.BaseAddress) = (_options.ApiKey, _options.BaseAddress);
            (options.AttemptTimeout, options.Timeout, options.Retry) = (_options.AttemptTimeout, _options.Timeout, _options.Retry);
        }).ConfigurePrimaryHttpMessageHandler(Wire).ConfigureHttpClient(Prepare);
        if (hasHandler)
            builder.AddHttpMessageHandler(static () => new PassesOn());
        var provider = services.BuildServiceProvider();
        return (provider.GetRequiredService<ITracklyClient>(), provider);
    }

    private HttpMessageHandler Wire()
    {
        _witness.InnerHandler = WireConnections.NewHandler();
        return _version is null ? _witness : _witness.InnerHandler;
    }

    private void Prepare(HttpClient httpClient)
    {
        httpClient.Timeout = Timeout.InfiniteTimeSpan;
#if NET
        if (_version is not null)
            (httpClient.DefaultRequestVersion, httpClient.DefaultVersionPolicy) = (_version, HttpVersionPolicy.RequestVersionExact);
#endif
    }

    /// <summary>A handler of the host that does nothing, which nobody can know.</summary>
    private sealed class PassesOn : DelegatingHandler;

    /// <summary>Stands between the client and the sockets, and sees when the head of an answer has come through.</summary>
    private sealed class Witness : DelegatingHandler
    {
        private int _answers;

        public int Answers => Volatile.Read(ref _answers);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            Interlocked.Increment(ref _answers);
            return response;
        }
    }
}
