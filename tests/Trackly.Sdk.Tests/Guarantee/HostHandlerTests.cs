using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Trackly.Sdk.Tests.Support;
using FaultLab;

namespace Trackly.Sdk.Tests.Guarantee;

/// <summary>Hosts put retries and hedges on every HttpClient. One permitted attempt stays one transmission.</summary>
public sealed class HostHandlerTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, int, string> Rows { get; } =
    [
        .. from host in new[] { "defaults", "defaults and chained", "chained first", "chained last", "hedging", "hedging in defaults" }
           from row in new[]
           {
               (nameof(PlainAnswers.Accepted), 1, "accepted"),
               (nameof(PlainAnswers.InternalServerError), 2, "TracklyServerException Unknown"),
               (nameof(PlainAnswers.ServiceUnavailableRetryAfter), 1, "TracklyServerException NotSent"),
               (nameof(PlainAnswers.TooManyRequests), 2, "TracklyRateLimitException NotSent"),
               (nameof(PlainAnswers.RequestTimeout), 2, "TracklyApiException NotSent"),
               (nameof(PlainAnswers.InvalidPhone), 1, "TracklyInvalidRequestException Rejected"),
               (nameof(ConnectionFaults.Refused), 2, "TracklyConnectionException NotSent"),
               (nameof(ConnectionFaults.ResetAfterBody), 1, "TracklyConnectionException Unknown"),
               (nameof(ConnectionFaults.CloseInBody), 1, "TracklyConnectionException Unknown"),
               (nameof(BrokenAnswers.TruncatedSuccessThenClose), 1, "TracklyResponseException Unknown"),
               (nameof(BrokenAnswers.TruncatedErrorThenReset), 2, "TracklyServerException Unknown"),
               (nameof(UnreadableSuccesses.Html), 1, "TracklyResponseException Unknown"),
           }
           select (host, row.Item1, row.Item2, row.Item3),
    ];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task ThroughAddTrackly_EachAttemptIsOneTransmission_AndItsTruthIsTold(string host, string name, int expectedAttempts, string expected)
    {
        var fault = Faults.Named(name);
        await using var lab = FaultLabServer.Start(fault);
        await using var provider = ProviderFor(host, lab, retries: 1);

        var (said, attempts) = await HearAsync(provider.GetRequiredService<ITracklyClient>());
        await lab.SettleAsync(Cancelled);

        said.Should().Be(expected);
        attempts.Should().HaveCount(expectedAttempts);
        lab.Ledger.Heads.Should().Be(fault == ConnectionFaults.Refused ? 0 : attempts.Count);
        lab.Ledger.Received.Should().HaveCount(fault.Receives ? attempts.Count : 0);
    }

    [Theory]
    [InlineData("defaults")]
    [InlineData("hedging")]
    public async Task TimeOutOfAHandler_IsATimeOut_AndTheBodyHadLeft(string host)
    {
        var clock = new TestClock();
        await using var lab = FaultLabServer.Start(ConnectionFaults.HangAfterBody);
        await using var provider = ProviderFor(host, lab, retries: 0, clock);

        var call = HearAsync(provider.GetRequiredService<ITracklyClient>());
        await lab.SeesAsync(ledger => ledger.Received.Count == 1, Cancelled);
        // The handlers give up after ten seconds, the client after fifteen.
        clock.Advance(TimeSpan.FromSeconds(11));
        for (; !call.IsCompleted; clock.Advance(TimeSpan.FromMilliseconds(1)))
            await Task.Delay(1, Cancelled);
        var (said, attempts) = await call;

        said.Should().Be("TracklyTimeoutException Unknown");
        attempts.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Progress = AttemptProgress.BodyStarted, Failure = SendFailure.Timeout });
        lab.Ledger.Received.Should().HaveCount(1);
    }

    [Fact]
    public async Task OpenCircuitOfAHandler_IsNotSent()
    {
        await using var lab = FaultLabServer.Start(PlainAnswers.InternalServerError);
        var services = new ServiceCollection();
        services.AddTrackly(options => (options.ApiKey, options.BaseAddress, options.Retry.MaxRetryAttempts) = (Some.Key, lab.BaseAddress, 0))
            .AddResilienceHandler("circuit", static pipeline => pipeline.AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions { MinimumThroughput = 2 }));
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ITracklyClient>();

        List<string> said = [];
        for (var i = 0; i < 3; i++)
            said.Add((await HearAsync(client)).Said);

        said.Should().Equal("TracklyServerException Unknown", "TracklyServerException Unknown", "TracklyConnectionException NotSent");
        lab.Ledger.Received.Should().HaveCount(2);
    }

    [Theory]
    [InlineData(nameof(PlainAnswers.InternalServerError))]
    [InlineData(nameof(ConnectionFaults.ResetAfterBody))]
    public async Task InsideACallersHttpClient_TheContentRefusesTheSecondTransmission_AndTheMessageSaysWhy(string name)
    {
        await using var lab = FaultLabServer.Start(Faults.Named(name));
        var services = new ServiceCollection();
        services.AddHttpClient("own").AddStandardResilienceHandler(static options => options.Retry.Delay = TimeSpan.FromMilliseconds(1));
        await using var provider = services.BuildServiceProvider();
        using var client = new TracklyClient(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient("own"), Some.Options(options => options.BaseAddress = lab.BaseAddress));

        var send = () => client.SendAsync(Some.Request(), Cancelled);
        var failure = (await send.Should().ThrowExactlyAsync<TracklyConnectionException>()).Which;
        await lab.SettleAsync(Cancelled);

        failure.Outcome.Should().Be(SendOutcome.Unknown);
        failure.Message.Should().Contain("tried to transmit the message a second time, which was refused");
        failure.Attempts.Should().ContainSingle().Which.Failure.Should().Be(SendFailure.Repeated);
        lab.Ledger.Received.Should().HaveCount(1);
    }

    private static async Task<(string Said, IReadOnlyList<SendAttempt> Attempts)> HearAsync(ITracklyClient client)
    {
        try
        {
            return ("accepted", (await client.SendAsync(Some.Request(), Cancelled)).Attempts);
        }
        catch (TracklyException failure)
        {
            return ($"{failure.GetType().Name} {failure.Outcome}", failure.Attempts);
        }
    }

    private static ServiceProvider ProviderFor(string host, FaultLabServer lab, int retries, TestClock? clock = null)
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
            (options.ApiKey, options.BaseAddress) = (Some.Key, lab.BaseAddress);
            // The lab asks for two seconds, which is then more than it may.
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
