using Trackly.Sdk.Pipeline;

namespace Trackly.Sdk.Tests.Support;

/// <summary>A client over a scripted wire and a clock that the test moves. Everything between them is the real chain.</summary>
internal sealed class ClientUnderTest : IDisposable
{
    private const int MostSteps = 100_000;
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    private readonly TracklyClientOptions _options;
    private readonly HttpClient _httpClient;
    private readonly TracklyClient _client;

    public ClientUnderTest(Action<TracklyClientOptions>? configure = null)
    {
        _options = Some.Options(configure);
        Wire = new StubHandler(Clock);
        _httpClient = new HttpClient(Wire) { Timeout = Timeout.InfiniteTimeSpan };
        Settings = new SettingsSource(new SendSettings(_options, Clock));
        _client = new TracklyClient(new Transport(() => _httpClient, Settings, Clock), null);
    }

    public TestClock Clock { get; } = new();

    public StubHandler Wire { get; }

    public SettingsSource Settings { get; }

    /// <summary>The waits between two attempts, which are those that are no time-out.</summary>
    public IEnumerable<TimeSpan> WaitsBetweenAttempts => Clock.Waits.Where(wait => wait != _options.Timeout && wait != _options.AttemptTimeout);

    /// <summary>Starts a call. It runs on this thread until it has to wait for the clock.</summary>
    public Task<SendResponse> StartAsync(SendRequest? request = null, CancellationToken cancellationToken = default) =>
        _client.SendAsync(request ?? Some.Request(), cancellationToken);

    /// <summary>Makes a call and lets time pass until it has ended.</summary>
    public async Task<SendResponse> SendAsync(SendRequest? request = null)
    {
        var call = StartAsync(request, TestContext.Current.CancellationToken);
        for (var i = 0; !call.IsCompleted; i++)
        {
            i.Should().BeLessThan(MostSteps, "a call ends when its time-out has run out");
            Clock.Advance(Step);
            await Task.Yield();
        }

        return await call;
    }

    /// <summary>Makes a call that must fail, and lets time pass until it has.</summary>
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
