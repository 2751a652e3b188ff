using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Pipeline;

/// <summary>The log events of docs/observability.md.</summary>
public sealed class SendLogTests
{
    private static readonly SendRequest Invalid = new() { To = "4155551234", ListNumber = "+18005551000", Body = "" };

    [Fact]
    public async Task Accepted_OfAnAcceptedMessage_NamesItsId()
    {
        using var client = new ClientUnderTest();
        client.Wire.Accepts();

        await client.SendAsync();

        var record = ShouldBe(client, 1, "Accepted", LogLevel.Debug);
        record.Message.Should().Be("Trackly accepted send a1b2c3d4: attempts 1, 0 ms.");
        client.Log.Count.Should().Be(1);
    }

    [Fact]
    public async Task Accepted_OfAReadWithoutAnId_NamesNone()
    {
        var log = FakeLogCollector.Create(new FakeLogCollectorOptions());
        using var factory = new LoggerFactory([new FakeLoggerProvider(log)], new LoggerFilterOptions { MinLevel = LogLevel.Debug });
        using var wire = new StubHandler().Responds(200, """{ "lists": [] }""");
        using var httpClient = new HttpClient(wire);
        using var client = new TracklyClient(httpClient, Some.Options(), factory);

        await client.Lists.ListAsync(cancellationToken: TestContext.Current.CancellationToken);

        log.GetSnapshot().Should().ContainSingle().Which.GetStructuredStateValue("Id").Should().BeEmpty();
    }

    [Fact]
    public async Task Retrying_AfterAFailure_SaysWhyAndWhen()
    {
        using var client = new ClientUnderTest();
        client.Wire.Responds(429, retryAfter: "7").Accepts();

        await client.SendAsync();

        ShouldBe(client, 2, "Retrying", LogLevel.Information).Message.Should().Be("Attempt 1 failed (429); the next starts in 7000 ms.");
    }

    [Theory]
    [InlineData(7400, 0)]
    [InlineData(7500, 0)]
    [InlineData(7600, 1)]
    public async Task Slow_AcceptedAfterMoreThanHalfOfAttemptTimeout_IsAWarning(int milliseconds, int events)
    {
        using var client = new ClientUnderTest();
        client.Wire.Accepts(after: TimeSpan.FromMilliseconds(milliseconds));

        await client.SendAsync();

        client.Log.GetSnapshot().Count(record => record.Id.Id == 3).Should().Be(events);
        if (events > 0)
            ShouldBe(client, 3, "Slow", LogLevel.Warning).GetStructuredStateValue("ElapsedMilliseconds").Should().Be("7600");
    }

    [Fact]
    public async Task NotSent_NoConnection_IsAWarning()
    {
        using var client = new ClientUnderTest(static options => options.Retry.MaxRetryAttempts = 0);
        client.Wire.RefusesTheConnection();

        await client.FailAsync<TracklyConnectionException>();

        ShouldBe(client, 4, "NotSent", LogLevel.Warning).Message
            .Should().Be("send not sent: Trackly.Sdk.TracklyConnectionException, reason connection_refused, code (null), attempts 1, 0 ms.");
    }

    [Fact]
    public async Task Rejected_ByTrackly_NamesStatusAndKnownCode()
    {
        using var client = new ClientUnderTest();
        client.Wire.Responds(400, """{"error":"+14155551234 is no number","code":"invalid_phone"}""");

        await client.FailAsync<TracklyInvalidRequestException>();

        ShouldBe(client, 5, "Rejected", LogLevel.Warning).Message
            .Should().Be("send rejected: Trackly.Sdk.TracklyInvalidRequestException, status 400, code invalid_phone, attempts 1, 0 ms.");
    }

    [Fact]
    public async Task Rejected_AfterAWait_SaysHowLongTheCallTook()
    {
        using var client = new ClientUnderTest();
        client.Wire.Responds(429, retryAfter: "7").Responds(400);

        await client.FailAsync<TracklyInvalidRequestException>();

        ShouldBe(client, 5, "Rejected", LogLevel.Warning).Message.Should().EndWith("attempts 2, 7000 ms.");
    }

    [Fact]
    public async Task OutcomeUnknown_ResponseLost_IsAWarning()
    {
        using var client = new ClientUnderTest();
        client.Wire.LosesTheResponse();

        await client.FailAsync<TracklyConnectionException>();

        var record = ShouldBe(client, 6, "OutcomeUnknown", LogLevel.Warning);
        record.GetStructuredStateValue("ErrorType").Should().Be("Trackly.Sdk.TracklyConnectionException");
        record.GetStructuredStateValue("Reason").Should().Be("connection");
    }

    [Fact]
    public async Task Invalid_InvalidRequest_NamesEveryCode()
    {
        using var client = new ClientUnderTest();

        await client.FailAsync<TracklyValidationException>(Invalid);

        ShouldBe(client, 7, "Invalid", LogLevel.Information).Message.Should().Be("The request of send is invalid, no byte was sent: invalid_phone, missing_body.");
    }

    [Fact]
    public async Task Canceled_BeforeTheMessageLeft_IsNoWarning()
    {
        using var client = new ClientUnderTest();

        await client.FailAsync<TracklyCanceledException>(cancellationToken: new CancellationToken(canceled: true));

        ShouldBe(client, 8, "Canceled", LogLevel.Information);
        client.Log.Count.Should().Be(1);
    }

    [Fact]
    public async Task Log_CallerCancelsAfterTheMessageLeft_IsOutcomeUnknown()
    {
        using var cancellation = new CancellationTokenSource();
        using var client = new ClientUnderTest();
        client.Wire.Then(readsBody: true, async _ =>
        {
            await cancellation.CancelAsync();
            throw new TaskCanceledException();
        });

        await client.FailAsync<TracklyCanceledException>(cancellationToken: cancellation.Token);

        ShouldBe(client, 6, "OutcomeUnknown", LogLevel.Warning);
    }

    [Fact]
    public async Task Log_ThatFails_DoesNotLoseTheResponse()
    {
        using var provider = new BrokenLog();
        using var client = new ClientUnderTest(logs: provider);
        client.Wire.Responds(429).Accepts();

        var response = await client.SendAsync();

        response.Attempts.Should().HaveCount(2);
        provider.Failures.Should().Be(2, "both Retrying and Accepted were tried");
    }

    [Fact]
    public async Task Log_ThatFails_DoesNotHideTheFailure()
    {
        using var provider = new BrokenLog();
        using var client = new ClientUnderTest(logs: provider);
        client.Wire.Responds(400);

        await client.FailAsync<TracklyInvalidRequestException>();
    }

    [Fact]
    public async Task Log_OfAClientWithoutContainer_IsTheFactoryOfItsConstructor()
    {
        var log = FakeLogCollector.Create(new FakeLogCollectorOptions());
        using var factory = new LoggerFactory([new FakeLoggerProvider(log)]);
        using var httpClient = new HttpClient();
        var options = new TracklyClientOptions { ApiKey = "trk_key" };

        foreach (var client in (TracklyClient[])[new TracklyClient(options, factory), new TracklyClient(httpClient, options, factory)])
        {
            using (client)
                await FluentActions.Awaiting(() => client.SendAsync(Invalid, TestContext.Current.CancellationToken)).Should().ThrowAsync<TracklyValidationException>();
        }

        log.GetSnapshot().Should().HaveCount(2).And.AllSatisfy(record => record.Category.Should().Be("Trackly.Sdk"));
    }

    [Fact]
    public async Task Log_OfAClientInAContainer_IsTheContainers()
    {
        var services = new ServiceCollection();
        services.AddLogging(static logging => logging.AddFakeLogging());
        services.AddTrackly(static options => options.ApiKey = "trk_key");
        await using var provider = services.BuildServiceProvider();

        await FluentActions.Awaiting(() => provider.GetRequiredService<ITracklyClient>().SendAsync(Invalid, TestContext.Current.CancellationToken))
            .Should().ThrowAsync<TracklyValidationException>();

        provider.GetFakeLogCollector().GetSnapshot().Should().ContainSingle().Which.Category.Should().Be("Trackly.Sdk");
    }

    private static FakeLogRecord ShouldBe(ClientUnderTest client, int id, string name, LogLevel level)
    {
        var record = client.Log.GetSnapshot().Should().ContainSingle(record => record.Id.Id == id).Subject;
        record.Id.Name.Should().Be(name);
        record.Level.Should().Be(level);
        record.Category.Should().Be("Trackly.Sdk");
        record.Exception.Should().BeNull("who catches it logs it");
        return record;
    }

    private sealed class BrokenLog : ILoggerProvider, ILogger
    {
        public int Failures { get; private set; }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Failures++;
            throw new InvalidOperationException("The disk is full.");
        }

        public void Dispose()
        {
        }
    }
}
