using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using Trackly.Sdk.Pipeline.Telemetry;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Pipeline;

/// <summary>The span of docs/observability.md.</summary>
[Collection(ListensToTheProcess.Name)]
public sealed class SendSpanTests
{
    [Fact]
    public async Task Span_OfAnAcceptedMessage_SaysWhereHowOftenAndWhatCameOut()
    {
        using var spans = new SpanRecorder();
        using var client = new ClientUnderTest(static options => options.BaseAddress = new Uri("https://trackly.test:8443/api"));
        client.Wire.Accepts();

        await client.SendAsync();

        var span = spans.Only;
        span.OperationName.Should().Be("trackly.send");
        span.DisplayName.Should().Be("trackly.send");
        span.Kind.Should().Be(ActivityKind.Internal);
        span.Status.Should().Be(ActivityStatusCode.Unset);
        span.StatusDescription.Should().BeNull();
        span.Events.Should().BeEmpty();
        span.TagObjects.Should().BeEquivalentTo(new Dictionary<string, object?>
        {
            ["trackly.operation"] = "send",
            ["server.address"] = "trackly.test",
            ["server.port"] = 8443,
            ["trackly.outcome"] = "accepted",
            ["trackly.attempts"] = 1,
            ["http.response.status_code"] = 200,
        });
    }

    [Fact]
    public async Task Span_OfTheSource_CarriesThePackageVersion()
    {
        using var spans = new SpanRecorder();
        using var client = new ClientUnderTest();
        client.Wire.Accepts();

        await client.SendAsync();

        var version = typeof(TracklyClient).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        spans.Only.Source.Name.Should().Be("Trackly.Sdk");
        spans.Only.Source.Version.Should().Be(version.Split('+')[0]);
    }

    [Fact]
    public async Task Span_OfSeveralAttempts_IsOne()
    {
        using var spans = new SpanRecorder();
        using var client = new ClientUnderTest();
        client.Wire.RefusesTheConnection().Responds(429).Accepts();

        await client.SendAsync();

        spans.Only.GetTagItem("trackly.attempts").Should().Be(3);
        spans.Only.GetTagItem("trackly.outcome").Should().Be("accepted");
    }

    [Theory]
    [InlineData(400, "invalid_phone", "rejected", "Trackly.Sdk.TracklyInvalidRequestException", "invalid_phone")]
    [InlineData(404, "list_not_found", "rejected", "Trackly.Sdk.TracklyListNotFoundException", "list_not_found")]
    [InlineData(401, "+14155551234", "rejected", "Trackly.Sdk.TracklyAuthenticationException", "_OTHER")]
    [InlineData(403, null, "rejected", "Trackly.Sdk.TracklyPermissionException", null)]
    [InlineData(429, null, "not_sent", "Trackly.Sdk.TracklyRateLimitException", null)]
    [InlineData(502, "brand_new", "unknown", "Trackly.Sdk.TracklyServerException", "_OTHER")]
    public async Task Span_OfAnErrorResponse_IsAnErrorWithTypeStatusAndKnownCode(int status, string? code, string outcome, string type, string? shownCode)
    {
        using var spans = new SpanRecorder();
        using var client = new ClientUnderTest(static options => options.Retry.MaxRetryAttempts = 0);
        client.Wire.Responds(status, code is null ? """{"error":"No."}""" : $$"""{"error":"No.","code":"{{code}}"}""");

        await client.Awaiting(it => it.SendAsync()).Should().ThrowAsync<TracklyException>();

        ShouldBeError(spans.Only, outcome, attempts: 1, type);
        spans.Only.GetTagItem("http.response.status_code").Should().Be(status);
        spans.Only.GetTagItem("trackly.error.code").Should().Be(shownCode);
    }

    [Fact]
    public async Task Span_OfAnInvalidRequest_IsInvalidWithoutAttempts()
    {
        using var spans = new SpanRecorder();
        using var client = new ClientUnderTest();

        await client.FailAsync<TracklyValidationException>(new SendRequest { To = "4155551234", ListNumber = "", Body = "" });

        ShouldBeError(spans.Only, "invalid", attempts: 0, "Trackly.Sdk.TracklyValidationException");
        spans.Only.GetTagItem("trackly.error.code").Should().Be("invalid_phone");
        spans.Only.GetTagItem("http.response.status_code").Should().BeNull();
    }

    [Fact]
    public async Task Span_WithoutAResponse_HasNoStatusCode()
    {
        using var spans = new SpanRecorder();
        using var client = new ClientUnderTest();
        client.Wire.LosesTheResponse();

        await client.FailAsync<TracklyConnectionException>();

        ShouldBeError(spans.Only, "unknown", attempts: 1, "Trackly.Sdk.TracklyConnectionException");
        spans.Only.GetTagItem("http.response.status_code").Should().BeNull();
        spans.Only.GetTagItem("trackly.error.code").Should().BeNull();
    }

    [Fact]
    public async Task Span_OfACanceledCall_IsNotSent()
    {
        using var spans = new SpanRecorder();
        using var client = new ClientUnderTest();

        await client.FailAsync<TracklyCanceledException>(cancellationToken: new CancellationToken(canceled: true));

        ShouldBeError(spans.Only, "not_sent", attempts: 0, "Trackly.Sdk.TracklyCanceledException");
    }

    [Fact]
    public async Task Span_IsCurrentDuringTheAttempts_AndNotAfterwards()
    {
        using var spans = new SpanRecorder();
        using var client = new ClientUnderTest();
        Activity? during = null;
        client.Wire.Then(readsBody: false, _ =>
        {
            during = Activity.Current;
            throw new HttpRequestException("refused");
        });

        await client.FailAsync<TracklyConnectionException>();

        during.Should().BeSameAs(spans.Only, "HttpClient's span of an attempt is its child");
        Activity.Current.Should().BeNull();
    }

    [Fact]
    public void Span_OfTheNameOfAService_HasNoPort()
    {
        using var spans = new SpanRecorder();

        new RequestTelemetry(loggerFactory: null, new TestClock()).Start("send", new Uri("https+http://sms/api"), TimeSpan.FromSeconds(15)).Succeed("", []);

        spans.Only.GetTagItem("server.address").Should().Be("sms");
        spans.Only.TagObjects.Should().NotContain(static tag => tag.Key == "server.port");
    }

    [Fact]
    public async Task Span_NoListener_IsNotMade()
    {
        using var client = new ClientUnderTest();
        Activity? during = null;
        client.Wire.Then(readsBody: false, _ =>
        {
            during = Activity.Current;
            throw new HttpRequestException("refused");
        });

        await client.FailAsync<TracklyConnectionException>();

        during.Should().BeNull();
    }

    [Fact]
    public async Task Span_IsNotSampled_HasOnlyTheTagsThatSamplingSees()
    {
        using var spans = new SpanRecorder(ActivitySamplingResult.PropagationData);
        using var client = new ClientUnderTest();
        client.Wire.Accepts();

        await client.SendAsync();

        spans.Only.TagObjects.Select(tag => tag.Key).Should().BeSubsetOf(["trackly.operation", "server.address", "server.port"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Span_OfACallWhoseMetricsListenerFails_EndsToo(bool isAccepted)
    {
        using var spans = new SpanRecorder();
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Name == "trackly.client.duration")
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        // A listener gets the measurements of the whole process: this one fails for the calls of this test alone.
        var isThisTest = new AsyncLocal<bool> { Value = true };
        var failures = 0;
        listener.SetMeasurementEventCallback<double>((_, _, _, _) =>
        {
            if (!isThisTest.Value)
                return;
            failures++;
            throw new InvalidOperationException();
        });
        listener.Start();
        using var client = new ClientUnderTest();
        client.Wire.Accepts();

        if (isAccepted)
            await client.SendAsync();
        else
            await client.FailAsync<TracklyValidationException>(new SendRequest("", "", ""));

        failures.Should().Be(1);
        spans.Only.OperationName.Should().Be("trackly.send");
    }

    [Fact]
    public async Task Span_IsNotLeftAsTheCallersCurrentOne()
    {
        using var spans = new SpanRecorder();
        using var client = new ClientUnderTest();
        client.Wire.Accepts();
        using var own = new Activity("own").Start();

        await client.SendAsync();
        await client.FailAsync<TracklyValidationException>(new SendRequest("", "", ""));

        Activity.Current.Should().BeSameAs(own);
    }

    private static void ShouldBeError(Activity span, string outcome, int attempts, string type)
    {
        span.Status.Should().Be(ActivityStatusCode.Error);
        span.StatusDescription.Should().BeNull("a description could echo the request");
        span.GetTagItem("trackly.outcome").Should().Be(outcome);
        span.GetTagItem("trackly.attempts").Should().Be(attempts);
        span.GetTagItem("error.type").Should().Be(type);
    }
}
