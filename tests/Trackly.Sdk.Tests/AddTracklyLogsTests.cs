using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests;

/// <summary>The handler factory logs nothing, because addresses may hold numbers. In a host that lets it, it logs header values at Trace, but never the key.</summary>
public sealed class AddTracklyLogsTests
{
    public static TheoryData<string, Action<IHttpClientBuilder>> Hosts => new()
    {
        { "names nothing", builder => builder.AddDefaultLogger() },
        { "names another header", builder => builder.AddDefaultLogger().RedactLoggedHeaders(["Authorization"]) },
        { "redacts nothing", builder => builder.AddDefaultLogger().RedactLoggedHeaders(_ => false) },
    };

    [Theory]
    [MemberData(nameof(Hosts), DisableDiscoveryEnumeration = true)]
    public async Task SendAsync_LogsAtTraceAndTheHostConfiguresTheBuilder_NeverShowTheKey(string host, Action<IHttpClientBuilder> configure)
    {
        var text = await GetLogsAsync(services => configure(services.AddTrackly(options => options.ApiKey = Some.Key)));

        ShouldHideTheKey(text, host);
    }

    [Theory]
    [MemberData(nameof(Hosts), DisableDiscoveryEnumeration = true)]
    public async Task SendAsync_LogsAtTraceAndTheHostConfiguresDefaults_NeverShowTheKey(string host, Action<IHttpClientBuilder> configure)
    {
        var text = await GetLogsAsync(services =>
        {
            services.AddTracklyClient();
            services.AddHttpClient(HandlerList.ClientName).AddDefaultLogger();
            services.ConfigureHttpClientDefaults(configure);
        });

        ShouldHideTheKey(text, host);
    }

    [Fact]
    public async Task SendAsync_TheHostNamesAnotherHeader_ThatOneIsHiddenToo()
    {
        var text = await GetLogsAsync(services => services.AddTrackly(options => options.ApiKey = Some.Key)
            .ConfigureHttpClient(client => client.DefaultRequestHeaders.Add("X-Host", "hidden"))
            .AddDefaultLogger().RedactLoggedHeaders(["X-Host"]));

        text.Should().Contain("X-Host: *").And.NotContain("hidden");
    }

    [Fact]
    public async Task SendAsync_TheHostAddsNoLogger_TheFactoryLogsNothing()
    {
        var text = await GetLogsAsync(services => services.AddTrackly(options => options.ApiKey = Some.Key));

        text.Should().Contain("accepted send").And.NotContain("HTTP request").And.NotContain("X-Api-Key");
    }

    [Fact]
    public async Task SendAsync_TheLoggerThrowsAfterTheConnectionFailed_TheExceptionStillSaysWhyItFailed()
    {
        using var wire = new StubHandler().RefusesTheConnection();
        var services = new ServiceCollection().AddLogging(static logging => logging.AddProvider(new FailingLoggerProvider()));
        services.AddTrackly(static options => (options.ApiKey, options.Retry.MaxRetryAttempts) = (Some.Key, 0)).AddDefaultLogger().ConfigurePrimaryHttpMessageHandler(() => wire);
        using var provider = services.BuildServiceProvider();

        var send = () => provider.GetRequiredService<ITracklyClient>().SendAsync(Some.Request(), TestContext.Current.CancellationToken);

        (await send.Should().ThrowExactlyAsync<TracklyConnectionException>()).Which.Attempts.Should().ContainSingle().Which.Failure.Should().Be(SendFailure.ConnectionRefused);
    }

    private static void ShouldHideTheKey(string text, string host) =>
        text.Should().Contain("X-Api-Key: *", "the headers are logged where the host {0}", host).And.NotContain(Some.Key).And.NotContain(Some.Recipient);

    private static async Task<string> GetLogsAsync(Action<IServiceCollection> add)
    {
        using var wire = new StubHandler().Accepts();
        using var logs = new FakeLoggerProvider();
        var services = new ServiceCollection().AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs));
        add(services);
        services.AddHttpClient(HandlerList.ClientName).ConfigurePrimaryHttpMessageHandler(() => wire);
        using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<ITracklyClient>().SendAsync(Some.Request(), TestContext.Current.CancellationToken);

        return string.Join(Environment.NewLine, logs.Collector.GetSnapshot().Select(record => record.Message));
    }

    /// <summary>A logger that throws when it is given an exception to log.</summary>
    private sealed class FailingLoggerProvider : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (exception is not null)
                throw new InvalidOperationException("The log is full.");
        }

        public void Dispose()
        {
        }
    }
}
