using System.Diagnostics;
using Trackly.Sdk.Pipeline;
using Trackly.Sdk.Pipeline.Settings;
using Trackly.Sdk.Pipeline.Telemetry;
using Trackly.Sdk.Pipeline.Wire;

namespace Trackly.Sdk.Tests.Support;

/// <summary>A client over a scripted wire and a clock that the test moves. Everything between them is the real chain.</summary>
internal sealed class ClientUnderTest : IDisposable
{
    /// <summary>Only a broken client gets there.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TracklyClientOptions _options;
    private readonly HttpClient _httpClient;
    private readonly TracklyClient _client;
    private DateTimeOffset _started;

    public ClientUnderTest(Action<TracklyClientOptions>? configure = null)
    {
        _options = Some.Options(configure);
        Wire = new StubHandler(Clock);
        _httpClient = new HttpClient(Wire) { Timeout = Timeout.InfiniteTimeSpan };
        var telemetry = new RequestTelemetry(loggerFactory: null, Clock);
        Settings = new ClientSettings(_options, Clock, telemetry.ReportRetry);
        _client = new TracklyClient(new RequestPipeline(new Transmitter(() => _httpClient, new HandlerChain()), () => Settings, telemetry), null);
    }

    public TestClock Clock { get; } = new();

    public StubHandler Wire { get; }

    /// <summary>Gets or sets the settings of the moment, as a reload changes them.</summary>
    public ClientSettings Settings { get; set; }

    /// <summary>The waits between two attempts, which are those that are no time-out: neither of an attempt, nor to the end of the call's time.</summary>
    public IReadOnlyList<TimeSpan> WaitsBetweenAttempts =>
        [.. Clock.Waits.Where(wait => wait.Wait != _options.AttemptTimeout && wait.End != _started + _options.Timeout).Select(static wait => wait.Wait)];

    /// <summary>Starts a call. It runs on this thread until it has to wait for the clock.</summary>
    public Task<SendResponse> StartAsync(SendRequest? request = null, CancellationToken cancellationToken = default)
    {
        _started = Clock.GetUtcNow();
        return _client.SendAsync(request ?? Some.Request(), cancellationToken);
    }

    /// <summary>Makes a call, and lets the time of each wait between two attempts pass; no other.</summary>
    public async Task<SendResponse> SendAsync(SendRequest? request = null)
    {
        var started = Stopwatch.GetTimestamp();
        var passed = WaitsBetweenAttempts.Count;
        var call = StartAsync(request, TestContext.Current.CancellationToken);
        while (!call.IsCompleted)
        {
            Stopwatch.GetElapsedTime(started).Should().BeLessThan(Patience, "a call that waits for nothing ends");
            if (WaitsBetweenAttempts.Count > passed)
                Clock.Advance(WaitsBetweenAttempts[passed++]);
            else
                await Task.Yield();
        }

        return await call;
    }

    /// <summary>Makes a call that must fail, and lets the time of each wait between two attempts pass.</summary>
    public async Task<TException> FailAsync<TException>(SendRequest? request = null)
        where TException : Exception
    {
        var send = async () => await SendAsync(request);
        return (await send.Should().ThrowExactlyAsync<TException>()).Which;
    }

    public void Dispose()
    {
        _client.Dispose();
        _httpClient.Dispose();
    }
}
