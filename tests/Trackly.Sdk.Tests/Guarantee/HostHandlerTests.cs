using FaultLab;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Guarantee;

/// <summary>Hosts add retries and hedging to every HttpClient. Each attempt of the SDK still is one transmission.</summary>
public sealed class HostHandlerTests
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, int, string> Rows { get; } =
    [
        .. from host in new[] { "defaults", "defaults and chained", "chained first", "chained last", "hedging", "hedging in defaults" }
           from row in new[]
           {
               (nameof(PlainResponses.Accepted), 1, "accepted"),
               (nameof(PlainResponses.InternalServerError), 2, "Server Unknown"),
               (nameof(RetryAfterResponses.ServiceUnavailableRetryAfter), 1, "Server NotSent"),
               (nameof(PlainResponses.TooManyRequests), 2, "RateLimit NotSent"),
               (nameof(PlainResponses.RequestTimeout), 2, "Api NotSent"),
               (nameof(PlainResponses.InvalidPhone), 1, "InvalidRequest Rejected"),
               (nameof(ConnectionFaults.Refused), 2, "Connection NotSent"),
               (nameof(ConnectionFaults.ResetAfterBody), 1, "Connection Unknown"),
               (nameof(ConnectionFaults.CloseInBody), 1, "Connection Unknown"),
               (nameof(BrokenResponses.TruncatedSuccessThenClose), 1, "Response Unknown"),
               (nameof(BrokenResponses.TruncatedErrorThenReset), 2, "Server Unknown"),
               (nameof(UnreadableSuccesses.Html), 1, "Response Unknown"),
           }
           select (host, row.Item1, row.Item2, row.Item3),
    ];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task ThroughAddTrackly_EachAttemptIsOneTransmission_AndReportsItsResult(string host, string name, int expectedAttempts, string expected)
    {
        var fault = Faults.Find(name);
        await using var server = FaultServer.Start(fault);
        await using var provider = BuildProvider(host, server, retries: 1);

        var (result, _, attempts) = await DescribeSendAsync(provider.GetRequiredService<ITracklyClient>());
        await server.WaitUntilIdleAsync(Canceled);

        result.Should().Be(expected);
        attempts.Should().HaveCount(expectedAttempts);
        server.Log.Heads.Should().Be(fault == ConnectionFaults.Refused ? 0 : attempts.Count);
        server.Log.Received.Should().HaveCount(fault.Receives ? attempts.Count : 0);
    }

    [Theory]
    [InlineData("defaults")]
    [InlineData("hedging")]
    public async Task TimeoutOfAHandler_IsATimeout_AndTheOutcomeIsUnknown(string host)
    {
        var clock = new TestClock();
        await using var server = FaultServer.Start(ConnectionFaults.HangAfterBody);
        await using var provider = BuildProvider(host, server, retries: 0, clock);

        var call = DescribeSendAsync(provider.GetRequiredService<ITracklyClient>());
        await server.WaitForAsync(log => log.Received.Count == 1, Canceled);
        // The handlers time out after ten seconds, the client after fifteen.
        clock.Advance(TimeSpan.FromSeconds(11));
        for (; !call.IsCompleted; clock.Advance(TimeSpan.FromMilliseconds(1)))
            await Task.Delay(1, Canceled);
        var (result, _, attempts) = await call;

        result.Should().Be("Timeout Unknown");
        attempts.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Progress = AttemptProgress.BodyStarted, Failure = SendFailure.Timeout });
        server.Log.Received.Should().HaveCount(1);
    }

    [Fact]
    public async Task OpenCircuitOfAHandler_IsNotSent()
    {
        await using var server = FaultServer.Start(PlainResponses.InternalServerError);
        var services = new ServiceCollection();
        services.AddTrackly(options => (options.ApiKey, options.BaseAddress, options.Retry.MaxRetryAttempts) = (Some.Key, server.BaseAddress, 0))
            .AddResilienceHandler("circuit", static pipeline => pipeline.AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions { MinimumThroughput = 2 }));
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ITracklyClient>();

        List<string> results = [];
        for (var i = 0; i < 3; i++)
            results.Add((await DescribeSendAsync(client)).Result);

        results.Should().Equal("Server Unknown", "Server Unknown", "Connection NotSent");
        server.Log.Received.Should().HaveCount(2);
    }

    [Theory]
    [InlineData(nameof(PlainResponses.InternalServerError))]
    [InlineData(nameof(ConnectionFaults.ResetAfterBody))]
    public async Task InsideACallersHttpClient_TheContentRefusesTheSecondTransmission(string name)
    {
        await using var server = FaultServer.Start(Faults.Find(name));
        var services = new ServiceCollection();
        services.AddHttpClient("own").AddStandardResilienceHandler(static options => options.Retry.Delay = TimeSpan.FromMilliseconds(1));
        await using var provider = services.BuildServiceProvider();
        using var client = new TracklyClient(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient("own"), Some.Options(options => options.BaseAddress = server.BaseAddress));

        var send = () => client.SendAsync(Some.Request(), Canceled);
        var exception = (await send.Should().ThrowExactlyAsync<TracklyConnectionException>()).Which;
        await server.WaitUntilIdleAsync(Canceled);

        exception.Outcome.Should().Be(SendOutcome.Unknown);
        exception.Message.Should().Contain("tried to transmit the request a second time, which was refused");
        exception.Attempts.Should().ContainSingle().Which.Failure.Should().Be(SendFailure.Repeated);
        server.Log.Received.Should().HaveCount(1);
    }

    private static Task<SendDescription> DescribeSendAsync(ITracklyClient client) => SendDescription.CreateAsync(client.SendAsync(Some.Request(), Canceled));

    private static ServiceProvider BuildProvider(string host, FaultServer server, int retries, TestClock? clock = null)
    {
        var services = new ServiceCollection();
        if (clock is not null)
            services.AddSingleton<TimeProvider>(clock);
        if (host.StartsWith("defaults", StringComparison.Ordinal))
            services.ConfigureHttpClientDefaults(Standard);
        if (host is "hedging in defaults")
            services.ConfigureHttpClientDefaults(Hedging);
        if (host is "chained first")
            Standard(services.AddHttpClient("Trackly.Sdk"));
        var builder = services.AddTrackly(options =>
        {
            (options.ApiKey, options.BaseAddress) = (Some.Key, server.BaseAddress);
            // The server asks for two seconds, which exceeds MaxDelay.
            (options.Retry.MaxRetryAttempts, options.Retry.BaseDelay, options.Retry.MaxDelay) = (retries, TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(1));
        });
        if (host is "chained last" or "defaults and chained")
            Standard(builder);
        if (host is "hedging")
            Hedging(builder);
        return services.BuildServiceProvider();
    }

    private static void Standard(IHttpClientBuilder http) => http.AddStandardResilienceHandler(static options =>
        (options.Retry.Delay, options.Retry.ShouldRetryAfterHeader) = (TimeSpan.FromMilliseconds(1), false));

    private static void Hedging(IHttpClientBuilder http) => http.AddStandardHedgingHandler().Configure(static options =>
        (options.Hedging.Delay, options.Hedging.MaxHedgedAttempts) = (TimeSpan.FromMilliseconds(1), 3));
}
