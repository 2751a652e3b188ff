using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Trackly.Sdk.Pipeline;
using Trackly.Sdk.Pipeline.Settings;
using Trackly.Sdk.Pipeline.Telemetry;
using Trackly.Sdk.Pipeline.Wire;

namespace Trackly.Sdk.Tests.Support;

/// <summary>A client over a scripted primary handler and a clock that the test advances. Everything in between is real.</summary>
internal sealed class ClientUnderTest : IDisposable
{
    /// <summary>Only a broken client reaches it.</summary>
    private static readonly TimeSpan MaxDuration = TimeSpan.FromSeconds(30);

    private readonly TracklyClientOptions _options;
    private readonly HttpClient _httpClient;
    private readonly TracklyClient _client;
    private readonly LoggerFactory _loggerFactory;
    private DateTimeOffset _started;

    /// <param name="configure">Changes the options.</param>
    /// <param name="clock">The clock. Null for a new one.</param>
    /// <param name="logs">Receives the log. Null for <see cref="Log"/>.</param>
    /// <param name="level">The lowest level that is logged.</param>
    public ClientUnderTest(
        Action<TracklyClientOptions>? configure = null, TestClock? clock = null, ILoggerProvider? logs = null, LogLevel level = LogLevel.Trace)
    {
        Clock = clock ?? new();
        _loggerFactory = new LoggerFactory([logs ?? new FakeLoggerProvider(Log)], new LoggerFilterOptions { MinLevel = level });
        _options = Some.Options(configure);
        Wire = new StubHandler(Clock);
        _httpClient = new HttpClient(Wire) { Timeout = Timeout.InfiniteTimeSpan };
        var telemetry = new RequestTelemetry(_loggerFactory, Clock);
        Settings = new ClientSettings(_options, Clock, telemetry.ReportRetry);
        _client = new TracklyClient(new RequestPipeline(new Transmitter(() => _httpClient, new HandlerChain()), () => Settings, telemetry), null);
    }

    public TestClock Clock { get; }

    public FakeLogCollector Log { get; } = FakeLogCollector.Create(new FakeLogCollectorOptions());

    public StubHandler Wire { get; }

    /// <summary>Gets or sets the settings of the moment, as a reload changes them.</summary>
    public ClientSettings Settings { get; set; }

    /// <summary>The delays between attempts: all waits except the timeouts of an attempt or of the call.</summary>
    public IReadOnlyList<TimeSpan> WaitsBetweenAttempts =>
        [.. Clock.Waits.Where(wait => wait.Wait != _options.AttemptTimeout && wait.End != _started + _options.Timeout).Select(static wait => wait.Wait)];

    /// <summary>Starts a call, which runs on this thread until it has to wait for the clock.</summary>
    public Task<SendResponse> StartAsync(SendRequest? request = null, CancellationToken cancellationToken = default)
    {
        _started = Clock.GetUtcNow();
        return _client.SendAsync(request ?? Some.Request(), cancellationToken);
    }

    /// <summary>Sends, and lets the delays between attempts elapse, but no timeout.</summary>
    public async Task<SendResponse> SendAsync(SendRequest? request = null, CancellationToken? cancellationToken = null)
    {
        var started = Stopwatch.GetTimestamp();
        var passed = WaitsBetweenAttempts.Count;
        var call = StartAsync(request, cancellationToken ?? TestContext.Current.CancellationToken);
        while (!call.IsCompleted)
        {
            Stopwatch.GetElapsedTime(started).Should().BeLessThan(MaxDuration, "a call without a wait ends");
            if (WaitsBetweenAttempts.Count > passed)
                Clock.Advance(WaitsBetweenAttempts[passed++]);
            else
                await Task.Yield();
        }

        return await call;
    }

    /// <summary>Sends, expects exactly this exception, and lets the delays between attempts elapse.</summary>
    public async Task<TException> FailAsync<TException>(SendRequest? request = null, CancellationToken? cancellationToken = null)
        where TException : Exception
    {
        var send = async () => await SendAsync(request, cancellationToken);
        return (await send.Should().ThrowExactlyAsync<TException>()).Which;
    }

    public void Dispose()
    {
        _client.Dispose();
        _httpClient.Dispose();
        _loggerFactory.Dispose();
    }
}
