using System.Net;
using Trackly.Sdk.Testing;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>What the caller sees of each verb, and what is queued.</summary>
public sealed class FakeTracklyClientVerbTests
{
    private readonly FakeTracklyClient _trackly = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SendAsync_NoScript_IsAcceptedAsByTheRealClient()
    {
        var sent = await _trackly.SendAsync(Some.Request(), Token);

        sent.Success.Should().BeTrue();
        sent.Status.Should().Be(MessageStatus.Queued);
        sent.MessageId.Should().Be(_trackly.Queued.Should().ContainSingle().Which.MessageId);
        sent.Attempts.Should().ContainSingle().Which.Should().Match<SendAttempt>(
            attempt => attempt.Number == 1 && attempt.Progress == AttemptProgress.Answered && attempt.StatusCode == HttpStatusCode.OK && attempt.Outcome == SendOutcome.Accepted);
    }

    [Theory]
    [InlineData("a1b2c3d4")]
    [InlineData("\"\\\u0007é")]
    public async Task Accepts_WithAnId_AnswersAndQueuesIt(string messageId)
    {
        _trackly.ForNext().Accepts(messageId);

        (await _trackly.SendAsync(Some.Request(), Token)).MessageId.Should().Be(messageId);

        _trackly.Queued.Should().ContainSingle().Which.MessageId.Should().Be(messageId);
    }

    public static TheoryData<string, int, Type> DocumentedCodes => new()
    {
        { "missing_to", 400, typeof(TracklyInvalidRequestException) },
        { "missing_list_number", 400, typeof(TracklyInvalidRequestException) },
        { "missing_body", 400, typeof(TracklyInvalidRequestException) },
        { "invalid_phone", 400, typeof(TracklyInvalidRequestException) },
        { "invalid_list_number", 400, typeof(TracklyInvalidRequestException) },
        { "list_not_found", 400, typeof(TracklyListNotFoundException) },
        { "webhook_not_configured", 400, typeof(TracklyWebhookNotConfiguredException) },
        { "missing_api_key", 401, typeof(TracklyAuthenticationException) },
        { "invalid_api_key", 401, typeof(TracklyAuthenticationException) },
        { "unauthorized", 401, typeof(TracklyAuthenticationException) },
        { "payload_too_large", 413, typeof(TracklyPayloadTooLargeException) },
        { "missing_messages", 400, typeof(TracklyInvalidRequestException) },
        { "too_many_messages", 413, typeof(TracklyPayloadTooLargeException) },
        { "not_found", 404, typeof(TracklyApiException) },
        { "missing_phone_number", 400, typeof(TracklyInvalidRequestException) },
        { "missing_custom_fields", 400, typeof(TracklyInvalidRequestException) },
        { "invalid_custom_fields", 400, typeof(TracklyInvalidRequestException) },
        { "contact_not_found", 400, typeof(TracklyInvalidRequestException) },
        { "list_contact_not_found", 400, typeof(TracklyInvalidRequestException) },
        { "missing_contacts", 400, typeof(TracklyInvalidRequestException) },
        { "too_many_contacts", 413, typeof(TracklyPayloadTooLargeException) },
        { "missing_phones", 400, typeof(TracklyInvalidRequestException) },
        { "too_many_phones", 413, typeof(TracklyPayloadTooLargeException) },
        { "invalid_force", 400, typeof(TracklyInvalidRequestException) },
        { "no_billing_config", 402, typeof(TracklyApiException) },
        { "no_payment_method", 402, typeof(TracklyApiException) },
        { "payment_failed", 402, typeof(TracklyApiException) },
        { "suspended", 402, typeof(TracklyApiException) },
    };

    [Theory]
    [MemberData(nameof(DocumentedCodes))]
    public async Task Rejects_DocumentedCode_IsTheExceptionOfThatCode(string code, int status, Type type)
    {
        _trackly.ForAll().Rejects(new TracklyErrorCode(code));

        var failure = await FailAsync<TracklyApiException>();

        failure.Should().BeOfType(type);
        failure.StatusCode.Should().Be((HttpStatusCode)status);
        failure.ErrorCode.Should().Be(new TracklyErrorCode(code));
        failure.ErrorMessage.Should().NotBeNullOrEmpty();
        ShouldBe(failure, SendOutcome.Rejected, AttemptProgress.Answered);
        _trackly.Queued.Should().BeEmpty();
    }

    [Fact]
    public void DocumentedCodes_AreAllThatTheSdkNames_ButForItsOwn()
    {
        var named = typeof(TracklyErrorCode).GetProperties().Where(property => property.PropertyType == typeof(TracklyErrorCode))
            .Select(property => ((TracklyErrorCode)property.GetValue(null)!).Value);

        named.Should().BeEquivalentTo(
            [
                .. DocumentedCodes.Select(row => row.Data.Item1), TracklyErrorCode.InvalidJson.Value, TracklyErrorCode.InternalError.Value,
                // Codes that only items of a batch have.
                TracklyErrorCode.NotSendable.Value, TracklyErrorCode.ValidationFailed.Value, TracklyErrorCode.ProviderError.Value,
            ]);
    }

    [Theory]
    [InlineData(302, typeof(TracklyApiException), SendOutcome.Rejected)]
    [InlineData(403, typeof(TracklyPermissionException), SendOutcome.Rejected)]
    [InlineData(404, typeof(TracklyApiException), SendOutcome.Rejected)]
    [InlineData(413, typeof(TracklyPayloadTooLargeException), SendOutcome.Rejected)]
    [InlineData(429, typeof(TracklyRateLimitException), SendOutcome.NotSent)]
    [InlineData(500, typeof(TracklyServerException), SendOutcome.Unknown)]
    [InlineData(503, typeof(TracklyServerException), SendOutcome.Unknown)]
    [InlineData(599, typeof(TracklyServerException), SendOutcome.Unknown)]
    public async Task RespondsWith_AnyError_IsTheExceptionOfThatStatus(int status, Type type, SendOutcome outcome)
    {
        _trackly.ForAll().RespondsWith((HttpStatusCode)status);

        var failure = await FailAsync<TracklyApiException>();

        failure.Should().BeOfType(type);
        failure.StatusCode.Should().Be((HttpStatusCode)status);
        failure.ErrorCode.Should().BeNull();
        failure.RetryAfter.Should().BeNull();
        ShouldBe(failure, outcome, AttemptProgress.Answered);
        _trackly.Queued.Should().BeEmpty();
    }

    [Theory]
    [InlineData(2000, 2)]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(86_400_000, 86_400)]
    public async Task RespondsWith_WithRetryAfter_AsksForIt_AndA503IsNotSent(int milliseconds, int seconds)
    {
        _trackly.ForAll().RespondsWith(HttpStatusCode.ServiceUnavailable, retryAfter: TimeSpan.FromMilliseconds(milliseconds));

        var failure = await FailAsync<TracklyServerException>();

        failure.RetryAfter.Should().Be(TimeSpan.FromSeconds(seconds));
        ShouldBe(failure, SendOutcome.NotSent, AttemptProgress.Answered);
    }

    [Fact]
    public async Task RespondsWith_WithMessageAndCode_HasThem()
    {
        _trackly.ForNext().RespondsWith(HttpStatusCode.Forbidden, "The \"SMS\" product is off", new TracklyErrorCode("product_not_enabled"));

        var failure = await FailAsync<TracklyPermissionException>();

        failure.ErrorMessage.Should().Be("The \"SMS\" product is off");
        failure.ErrorCode.Should().Be(new TracklyErrorCode("product_not_enabled"));
    }

    [Theory]
    [InlineData(403, "Account is suspended")]
    [InlineData(500, "Internal Server Error")]
    [InlineData(599, "Error")]
    public async Task RespondsWith_WithoutAMessage_HasTheDocumentedOneOrTheNameOfTheStatus(int status, string message)
    {
        _trackly.ForNext().RespondsWith((HttpStatusCode)status);

        (await FailAsync<TracklyApiException>()).ErrorMessage.Should().Be(message);
    }

    [Fact]
    public async Task RespondsAsAGateway_IsAPageAndNoEnvelope_QueuedAllTheSame()
    {
        _trackly.ForNext().RespondsAsAGateway(HttpStatusCode.GatewayTimeout, queued: true);

        var failure = await FailAsync<TracklyServerException>();

        failure.ErrorMessage.Should().BeNull();
        failure.ResponseBody.Should().Contain("<h1>504 Gateway Timeout</h1>");
        failure.Outcome.Should().Be(SendOutcome.Unknown);
        _trackly.Queued.Should().ContainSingle();
    }

    [Fact]
    public async Task DoesNotSend_IsAConnectionThatNeverWas()
    {
        _trackly.ForNext().DoesNotSend();

        var failure = await FailAsync<TracklyConnectionException>();

        failure.Should().BeOfType<TracklyConnectionException>().Which.InnerException.Should().BeOfType<HttpRequestException>();
        ShouldBe(failure, SendOutcome.NotSent, AttemptProgress.NeverStarted, SendFailure.ConnectionRefused);
        _trackly.Queued.Should().BeEmpty();
    }

    [Fact]
    public async Task LosesTheAnswer_TheMessageIsQueued_AndTheCallerCannotKnow()
    {
        _trackly.ForNext().LosesTheAnswer();

        var failure = await FailAsync<TracklyConnectionException>();

        failure.Should().BeOfType<TracklyConnectionException>();
        ShouldBe(failure, SendOutcome.Unknown, AttemptProgress.BodyStarted, SendFailure.Connection);
        _trackly.Queued.Should().ContainSingle().Which.Request.Should().BeSameAs(_trackly.Requests[0]);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task TimesOut_IsATimeoutAfterTheBodyLeft_QueuedOrNot(bool queued, int count)
    {
        _trackly.ForNext().TimesOut(queued);

        ShouldBe(await FailAsync<TracklyTimeoutException>(), SendOutcome.Unknown, AttemptProgress.BodyStarted, SendFailure.Timeout);

        _trackly.Queued.Should().HaveCount(count);
    }

    [Fact]
    public async Task RespondsUnreadably_IsASuccessThatCannotBeRead_AndQueued()
    {
        _trackly.ForNext().RespondsUnreadably();

        var failure = await FailAsync<TracklyResponseException>();

        failure.StatusCode.Should().Be(HttpStatusCode.OK);
        failure.ResponseBody.Should().Contain("html");
        ShouldBe(failure, SendOutcome.Unknown, AttemptProgress.Answered, SendFailure.Unreadable);
        _trackly.Queued.Should().ContainSingle();
    }

    [Fact]
    public async Task EveryVerb_RevealsNothingOfTheRequest()
    {
        var request = Some.Request() with { To = "+4930123456", Metadata = new() { ["order_id"] = "A-1042" } };
        _trackly.ForNext().Rejects(TracklyErrorCode.InvalidPhone).ForNext().RespondsWith(HttpStatusCode.BadGateway).ForNext().DoesNotSend()
            .ForNext().LosesTheAnswer().ForNext().TimesOut().ForNext().RespondsUnreadably();

        for (var number = 0; number < 6; number++)
            (await FailAsync<TracklyException>(request)).ToString().Should().NotContain(request.To).And.NotContain(Some.Text).And.NotContain("A-1042");
        string.Join(" ", _trackly.Queued).Should().Contain("QueuedRequest").And.NotContain(request.To).And.NotContain(Some.Text).And.NotContain("A-1042");
    }

    private static void ShouldBe(TracklyException failure, SendOutcome outcome, AttemptProgress progress, SendFailure? kind = null)
    {
        failure.Outcome.Should().Be(outcome);
        var attempt = failure.Attempts.Should().ContainSingle().Which;
        attempt.Outcome.Should().Be(outcome);
        attempt.Progress.Should().Be(progress);
        attempt.Failure.Should().Be(kind);
    }

    private async Task<T> FailAsync<T>(SendRequest? request = null)
        where T : Exception
    {
        var send = () => _trackly.SendAsync(request ?? Some.Request(), Token);
        return (await send.Should().ThrowAsync<T>()).Which;
    }
}
