using System.Net;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Trackly.Sdk.Tests.Support;

/// <summary>A client whose wire does as scripted, the last step again and again, on a clock that only the test moves; its log is kept.</summary>
internal sealed class ObservedClient : HttpMessageHandler
{
    private static readonly SendRequest Request = new() { To = "+14155551234", ListNumber = "+18005551000", Body = "Hello" };

    private readonly List<Func<HttpContent, Task<HttpResponseMessage>>> _steps = [];
    private readonly FakeTimeProvider _clock;
    private readonly TracklyClient _client;
    private readonly HttpClient _httpClient;
    private readonly LoggerFactory _loggerFactory;
    private int _step;

    public ObservedClient(
        Action<TracklyClientOptions>? configure = null, LogLevel level = LogLevel.Trace, FakeTimeProvider? clock = null, ILoggerProvider? provider = null)
    {
        var options = new TracklyClientOptions { ApiKey = "trk_key", BaseAddress = new Uri("https://trackly.test:8443/api"), Timeout = TimeSpan.FromDays(1) };
        configure?.Invoke(options);
        _clock = clock ?? new FakeTimeProvider();
        _httpClient = new HttpClient(this, disposeHandler: false);
        _loggerFactory = new LoggerFactory([provider ?? new FakeLoggerProvider(Log)], new LoggerFilterOptions { MinLevel = level });
        _client = new TracklyClient(_httpClient, options, _loggerFactory, _clock);
    }

    public FakeLogCollector Log { get; } = FakeLogCollector.Create(new FakeLogCollectorOptions());

    public ObservedClient Accepts(TimeSpan after = default) => Says(200, """{"success":true,"message_id":"a1b2c3d4","status":"queued"}""", after: after);

    public ObservedClient Says(int status, string json = "", string? retryAfter = null, TimeSpan after = default) => Does(async content =>
    {
        await content.CopyToAsync(Stream.Null);
        _clock.Advance(after);
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        if (retryAfter is not null)
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        return response;
    });

    /// <summary>Nobody listens: the body is never asked for.</summary>
    public ObservedClient RefusesToConnect() => Does(static _ => throw new HttpRequestException("refused"));

    /// <summary>The connection breaks when the body has left.</summary>
    public ObservedClient Breaks() => Does(static async content =>
    {
        await content.CopyToAsync(Stream.Null);
        throw new HttpRequestException("reset");
    });

    public ObservedClient Does(Func<HttpContent, Task<HttpResponseMessage>> step)
    {
        _steps.Add(step);
        return this;
    }

    /// <summary>Sends, and lets all time pass that the call waits for.</summary>
    public async Task<SendResponse> SendAsync(SendRequest? request = null, CancellationToken cancellationToken = default)
    {
        var sending = _client.SendAsync(request ?? Request, cancellationToken);
        while (!sending.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        return await sending;
    }

    /// <summary>Sends what must fail.</summary>
    public async Task<Exception> FailAsync(SendRequest? request = null, CancellationToken cancellationToken = default) =>
        (await FluentActions.Awaiting(() => SendAsync(request, cancellationToken)).Should().ThrowAsync<Exception>()).Which;

    public FakeLogRecord OnlyEvent(int id) => Log.GetSnapshot().Should().ContainSingle(record => record.Id.Id == id).Subject;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _steps[Math.Min(_step++, _steps.Count - 1)](request.Content!);

    protected override void Dispose(bool disposing)
    {
        _client.Dispose();
        _httpClient.Dispose();
        _loggerFactory.Dispose();
        base.Dispose(disposing);
    }
}
