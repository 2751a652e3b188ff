using Microsoft.Extensions.Diagnostics.Metrics.Testing;
#if NET9_0_OR_GREATER
using Microsoft.Extensions.Logging;
#endif
using Trackly.Sdk.Pipeline.Telemetry;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Pipeline;

/// <summary>The instruments of docs/observability.md.</summary>
[Collection(ListensToTheProcess.Name)]
public sealed class SendMetricsTests
{
    [Fact]
    public async Task Duration_OfACall_IsInSecondsOverAllAttempts()
    {
        using var collector = Collect<double>("trackly.client.duration");
        using var client = new ClientUnderTest();
        client.Wire.Responds(429, retryAfter: "7").Accepts(after: TimeSpan.FromSeconds(2));

        await client.SendAsync();

        collector.Instrument!.Unit.Should().Be("s");
        collector.Instrument.Meter.Version.Should().NotBeNullOrEmpty();
        collector.LastMeasurement!.Value.Should().BeApproximately(9, 0.5);
        collector.LastMeasurement.Tags.Should().BeEquivalentTo(Tags(("trackly.operation", "send"), ("trackly.outcome", "accepted")));
    }

    [Fact]
    public async Task Duration_EachCall_IsRecordedOnceWithItsOutcome()
    {
        using var collector = Collect<double>("trackly.client.duration");
        using var client = new ClientUnderTest(static options => options.Retry.MaxRetryAttempts = 0);
        client.Wire.Accepts().RefusesTheConnection().Responds(400).LosesTheResponse();

        await client.SendAsync();
        await client.FailAsync<TracklyConnectionException>();
        await client.FailAsync<TracklyInvalidRequestException>();
        await client.FailAsync<TracklyConnectionException>();
        await client.FailAsync<TracklyValidationException>(new SendRequest { To = "", ListNumber = "", Body = "" });

        collector.GetMeasurementSnapshot().Select(measurement => measurement.Tags).Should().BeEquivalentTo(
            [
                Tags(("trackly.operation", "send"), ("trackly.outcome", "accepted")),
                Tags(("trackly.operation", "send"), ("trackly.outcome", "not_sent"), ("error.type", "Trackly.Sdk.TracklyConnectionException")),
                Tags(("trackly.operation", "send"), ("trackly.outcome", "rejected"), ("error.type", "Trackly.Sdk.TracklyInvalidRequestException")),
                Tags(("trackly.operation", "send"), ("trackly.outcome", "unknown"), ("error.type", "Trackly.Sdk.TracklyConnectionException")),
                Tags(("trackly.operation", "send"), ("trackly.outcome", "invalid"), ("error.type", "Trackly.Sdk.TracklyValidationException")),
            ],
            options => options.WithStrictOrdering());
    }

    [Fact]
    public async Task Attempts_EachOfThem_IsCountedByWhatBecameOfIt()
    {
        using var collector = Collect<long>("trackly.client.attempts");
        using var client = new ClientUnderTest();
        client.Wire.RefusesTheConnection().Responds(429).Responds(503).Accepts();

        await client.SendAsync();

        collector.Instrument!.Unit.Should().Be("{attempt}");
        collector.GetMeasurementSnapshot().Select(measurement => measurement.Tags).Should().BeEquivalentTo(
            [
                Tags(("trackly.operation", "send"), ("trackly.outcome", "not_sent"), ("error.type", "connection_refused")),
                Tags(("trackly.operation", "send"), ("trackly.outcome", "not_sent"), ("error.type", "429"), ("http.response.status_code", 429)),
                Tags(("trackly.operation", "send"), ("trackly.outcome", "unknown"), ("error.type", "503"), ("http.response.status_code", 503)),
                Tags(("trackly.operation", "send"), ("trackly.outcome", "accepted"), ("http.response.status_code", 200)),
            ],
            options => options.WithStrictOrdering());
    }

    [Theory]
    [InlineData(200, "<html>", "unreadable", 200)]
    [InlineData(200, """{"success":false}""", "refused", 200)]
    [InlineData(300, "", "300", 300)]
    [InlineData(302, "", "302", 302)]
    [InlineData(777, "", "unreadable", null)]
    public async Task Attempts_OfAResponse_SayWhyItIsNotAccepted(int status, string body, string reason, int? statusCode)
    {
        using var collector = Collect<long>("trackly.client.attempts");
        using var client = new ClientUnderTest();
        client.Wire.Responds(status, body);

        await client.Awaiting(it => it.SendAsync()).Should().ThrowAsync<TracklyException>();

        collector.LastMeasurement!.Tags["error.type"].Should().Be(reason);
        collector.LastMeasurement.Tags.GetValueOrDefault("http.response.status_code").Should().Be(statusCode);
    }

    [Theory]
    [InlineData(99, null)]
    [InlineData(100, 100)]
    [InlineData(599, 599)]
    [InlineData(600, null)]
    public void StatusCode_ThatHttpDoesNotKnow_IsLeftOut(int status, int? shown)
    {
        var attempt = new SendAttempt { Number = 1, StatusCode = (System.Net.HttpStatusCode)status };

        TelemetryTags.GetStatusCode(attempt).Should().Be(shown);
    }

    [Fact]
    public void Exception_OfSomebodyElse_HasNeitherAttemptsNorCodes()
    {
        TelemetryTags.GetAttempts(new InvalidOperationException()).Should().BeEmpty();
        TelemetryTags.GetErrorCodes(new InvalidOperationException()).Should().BeEmpty();
        TelemetryTags.GetErrorCode(new TracklyValidationException([])).Should().BeNull();
    }

    [Fact]
    public void Reason_EveryFailure_HasOneOfItsOwn() =>
        Enum.GetValues<SendFailure>().Select(static failure => TelemetryTags.GetReason(new SendAttempt { Number = 1, Failure = failure }))
            .Should().OnlyHaveUniqueItems().And.NotContain("_OTHER").And.AllSatisfy(static reason => reason.Should().MatchRegex("^[a-z_]+$"));

    [Fact]
    public async Task Attempts_OfATimeout_SayTimeout()
    {
        using var collector = Collect<long>("trackly.client.attempts");
        using var client = new ClientUnderTest();
        client.Wire.Then(readsBody: false, static _ => throw new TaskCanceledException("The timeout of a handler."));

        await client.FailAsync<TracklyTimeoutException>();

        collector.LastMeasurement!.Tags["error.type"].Should().Be("timeout");
    }

    [Fact]
    public async Task Attempts_OfACanceledCall_SayCanceled()
    {
        using var collector = Collect<long>("trackly.client.attempts");
        using var client = new ClientUnderTest();
        using var cancellation = new CancellationTokenSource();
        client.Wire.Then(readsBody: false, _ =>
        {
            cancellation.Cancel();
            throw new TaskCanceledException();
        });

        await client.FailAsync<TracklyCanceledException>(cancellationToken: cancellation.Token);

        collector.LastMeasurement!.Tags["error.type"].Should().Be("canceled");
    }

    [Fact]
    public async Task Retries_EachOfThem_IsCountedByItsReason()
    {
        using var collector = Collect<long>("trackly.client.retries");
        using var client = new ClientUnderTest();
        client.Wire.RefusesTheConnection().Responds(503).Accepts();

        await client.SendAsync();

        collector.Instrument!.Unit.Should().Be("{retry}");
        collector.GetMeasurementSnapshot().Select(measurement => measurement.Tags).Should().BeEquivalentTo(
            [Tags(("error.type", "connection_refused")), Tags(("error.type", "503"))], options => options.WithStrictOrdering());
    }

#if NET9_0_OR_GREATER
    // Earlier runtimes leave an instrument enabled after its last listener is gone.
    [Fact]
    public async Task Clock_NoListener_IsNotReadForTelemetry()
    {
        var unlistened = await CountClockReadsAsync();
        using var collector = Collect<double>("trackly.client.duration");
        var listened = await CountClockReadsAsync();

        listened.Should().Be(unlistened + 2, "the start and the end are read when there is a listener");
    }

    private static async Task<int> CountClockReadsAsync()
    {
        var clock = new CountingClock();
        using var client = new ClientUnderTest(level: LogLevel.None, clock: clock);
        client.Wire.Accepts();
        await client.SendAsync();
        return clock.Reads;
    }
#endif

    private static MetricCollector<T> Collect<T>(string instrument)
        where T : struct => new(meterScope: null, "Trackly.Sdk", instrument);

    private static Dictionary<string, object?> Tags(params (string Name, object Value)[] tags) => tags.ToDictionary(tag => tag.Name, tag => (object?)tag.Value);

#if NET9_0_OR_GREATER
    private sealed class CountingClock : TestClock
    {
        public int Reads { get; private set; }

        public override long GetTimestamp()
        {
            Reads++;
            return base.GetTimestamp();
        }
    }
#endif
}
