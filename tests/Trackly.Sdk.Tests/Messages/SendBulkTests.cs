using System.Net;
using Trackly.Sdk.Messages;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Messages;

/// <summary><c>POST v2/send/bulk</c>, from the requests on the wire to one result for each message.</summary>
public sealed class SendBulkTests : IDisposable
{
    private readonly StubHandler _wire = new();
    private readonly HttpClient _httpClient;
    private readonly TracklyClient _client;

    public SendBulkTests()
    {
        _httpClient = new HttpClient(_wire);
        _client = CreateClient();
    }

    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _client.Dispose();
        _httpClient.Dispose();
        _wire.Dispose();
    }

    [Fact]
    public async Task SendBulkAsync_TwoMessages_GoInOneRequest()
    {
        _wire.Responds(200, """{ "queued_count": 2, "error_count": 0, "errors": [] }""");

        var response = await _client.SendBulkAsync(Create(2), Canceled);

        var sent = _wire.Requests.Should().ContainSingle().Which;
        sent.Address.AbsolutePath.Should().Be("/api/v2/send/bulk");
        sent.Body.Should().Be("""
            {"messages":[{"to":"+14155550000","list_number":"+18005551000","body":"Hi 0"},{"to":"+14155550001","list_number":"+18005551000","body":"Hi 1"}]}
            """);
        response.Should().BeEquivalentTo(new { QueuedCount = 2, ErrorCount = 0, MayBeDuplicate = false });
        response.Results.Should().OnlyContain(static result => result.Outcome == SendOutcome.Accepted && result.Response == null && result.Failure == null);
    }

    [Fact]
    public async Task SendBulkAsync_OneRefused_IsAResultInItsPlace()
    {
        var requests = Create(3);
        _wire.Responds(200, """{ "queued_count": 2, "error_count": 1, "errors": [{ "index": 1, "code": "list_not_found", "error": "No list of +18005551000" }] }""");

        var response = await _client.SendBulkAsync(requests, Canceled);

        response.Results.Select(static result => (result.Index, result.Outcome)).Should().Equal(
            (0, SendOutcome.Accepted), (1, SendOutcome.Rejected), (2, SendOutcome.Accepted));
        response.Results.Select(static result => result.Request).Should().Equal(requests, ReferenceEquals);
        var failure = response.Results[1].Failure.Should().BeOfType<TracklyListNotFoundException>().Which;
        failure.Should().BeEquivalentTo(new { Outcome = SendOutcome.Rejected, StatusCode = HttpStatusCode.OK, ErrorMessage = "No list of +18005551000" });
        failure.Attempts.Should().Equal(response.Attempts);
        failure.Message.Should().NotContain("1000");
    }

    [Fact]
    public async Task SendBulkAsync_WhatCannotBeAttributed_IsUnknown()
    {
        _wire.Responds(200, """{ "queued_count": 1, "error_count": 1, "errors": [{ "code": "invalid_phone" }] }""");

        var response = await _client.SendBulkAsync(Create(2), Canceled);

        response.Results.Should().OnlyContain(static result => result.Outcome == SendOutcome.Unknown);
        var failure = response.Results[0].Failure.Should().BeOfType<TracklyResponseException>().Which;
        failure.Outcome.Should().Be(SendOutcome.Unknown);
        failure.Message.Should().StartWith("The response to the bulk call does not say whether this message is queued. ");
    }

    [Fact]
    public async Task SendBulkAsync_ARefusalWithoutACode_HasTheStatusOfTheResponse()
    {
        _wire.Responds(202, """{ "queued_count": 1, "error_count": 1, "errors": [{ "index": 0, "code": "" }] }""");

        var failure = (await _client.SendBulkAsync(Create(2), Canceled)).Results[0].Failure.Should().BeAssignableTo<TracklyApiException>().Which;

        (failure.StatusCode, failure.ErrorCode).Should().Be((HttpStatusCode.Accepted, null));
    }

    [Fact]
    public void GetLogId_SaysHowManyMessagesAreQueued() =>
        new SendBulkOperation().GetLogId(new BulkSendResponse { QueuedCount = 1, Results = [new SendResult(0, Some.Request(), default), new SendResult(1, Some.Request(), default)] }).Should().Be("(1 of 2 messages)");

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "queued_count": 2 }""")]
    [InlineData("""{ "queued_count": "2", "error_count": "0" }""")]
    [InlineData("""{ "queued_count": -1, "error_count": 3 }""")]
    [InlineData("""{ "queued_count": 1.5, "error_count": 0.5 }""")]
    public async Task SendBulkAsync_ResponseWithoutCounts_IsUnknownAsAWhole(string json)
    {
        _wire.Responds(200, json);

        var exception = (await Awaiting(Create(2)).Should().ThrowExactlyAsync<TracklyResponseException>()).Which;

        exception.Outcome.Should().Be(SendOutcome.Unknown);
        exception.Message.Should().Contain("The messages are most likely queued: look for them in the Trackly dashboard");
    }

    [Fact]
    public async Task SendBulkAsync_SuccessFalse_IsRejectedAsAWhole()
    {
        _wire.Responds(200, """{ "success": false, "error": "no" }""");

        (await Awaiting(Create(2)).Should().ThrowAsync<TracklyApiException>()).Which.Outcome.Should().Be(SendOutcome.Rejected);
    }

    [Fact]
    public async Task SendBulkAsync_LostResponse_IsUnknownAsAWholeAndNotRepeated()
    {
        _wire.LosesTheResponse();

        var exception = (await Awaiting(Create(2)).Should().ThrowExactlyAsync<TracklyConnectionException>()).Which;

        exception.Outcome.Should().Be(SendOutcome.Unknown);
        exception.Message.Should().Contain("Any of the messages may be queued");
        _wire.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task SendBulkAsync_RefusedAfterAServerError_IsUnknown()
    {
        using var client = CreateClient(static options => options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1));
        _wire.Responds(500).Responds(200, """{ "queued_count": 1, "error_count": 1, "errors": [{ "index": 0, "code": "invalid_phone" }] }""");

        var response = await client.SendBulkAsync(Create(2), Canceled);

        response.MayBeDuplicate.Should().BeTrue();
        response.Results.Select(static result => result.Outcome).Should().Equal(SendOutcome.Unknown, SendOutcome.Accepted);
        response.Results[0].Failure.Should().BeOfType<TracklyInvalidRequestException>().Which.Outcome.Should().Be(SendOutcome.Unknown);
    }

    [Theory]
    [InlineData(0, "missing_messages", "pass 1 to 1,000")]
    [InlineData(1_001, "too_many_messages", "There are 1,001 messages")]
    public async Task SendBulkAsync_NoneOrTooMany_IsRefusedBeforeItIsSent(int count, string code, string message)
    {
        var exception = (await Awaiting(Create(count)).Should().ThrowExactlyAsync<TracklyValidationException>()).Which;

        var error = exception.Errors.Should().ContainSingle().Which;
        (error.Code.Value, error.Field).Should().Be((code, "messages"));
        exception.Message.Should().Contain(message);
        _wire.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task SendBulkAsync_MoreThan5Megabytes_IsRefusedWithTheSize()
    {
        SendRequest[] requests = [.. Enumerable.Range(0, 1_000).Select(static _ => new SendRequest(Some.Recipient, Some.ListNumber, new string('x', 6_000)))];

        var exception = (await Awaiting(requests).Should().ThrowExactlyAsync<TracklyValidationException>()).Which;

        exception.Errors.Should().ContainSingle().Which.Code.Should().Be(TracklyErrorCode.PayloadTooLarge);
        exception.Message.Should().MatchRegex("has 6,0[0-9]{2},[0-9]{3} bytes");
    }

    [Fact]
    public async Task SendBulkAsync_InvalidMessages_AreNamedByTheirPlaceAndNothingIsSent()
    {
        SendRequest[] requests = [Some.Request(), new("123", Some.ListNumber, " "), null!, Some.Request() with { Metadata = new() { ["order_id"] = "A-1042" } }];

        var exception = (await Awaiting(requests).Should().ThrowExactlyAsync<TracklyValidationException>()).Which;

        exception.Errors.Select(static error => error.Field).Should().Equal("messages[1].to", "messages[1].body", "messages[2]", "messages[3].metadata");
        exception.Message.Should().Contain("messages[2]: the message is null: leave it out.");
        exception.Message.Should().Contain("messages[3]: 'metadata' is not documented for a bulk call: leave it out, or use SendManyAsync, which sends it.");
        _wire.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task SendBulkAsync_CustomFields_AreReadOnceAndCheckedByTheirPlace()
    {
        static IEnumerable<object?> ReadOnce(int[] reads)
        {
            (++reads[0]).Should().Be(1);
            yield return 7;
        }

        var fields = ReadOnce([0]);
        _wire.Responds(200, """{ "queued_count": 1, "error_count": 0 }""");
        await _client.SendBulkAsync([Some.Request() with { ContactData = new() { CustomFields = new() { ["lucky"] = fields } } }], Canceled);
        _wire.Requests.Single().Body.Should().Contain("""{"lucky":[7]}""");

        var exception = (await Awaiting([Some.Request(), Some.Request() with { ContactData = new() { CustomFields = new() { ["ratio"] = double.NaN } } }])
            .Should().ThrowExactlyAsync<TracklyValidationException>()).Which;
        exception.Errors.Should().ContainSingle().Which.Field.Should().Be("messages[1].contact_data.custom_fields.ratio");
    }

    [Fact]
    public async Task SendBulkAsync_AThousandErrors_GiveAShortMessage()
    {
        SendRequest[] requests = [.. Enumerable.Range(0, 1_000).Select(static _ => new SendRequest("123", Some.ListNumber, "Hi"))];

        var exception = (await Awaiting(requests).Should().ThrowExactlyAsync<TracklyValidationException>()).Which;

        exception.Errors.Should().HaveCount(1_000);
        exception.Message.Should().EndWith("Errors has 990 more.").And.Subject.Length.Should().BeLessThan(3_000);
    }

    [Fact]
    public async Task SendBulkAsync_RedirectPolicy_HoldsForEveryMessage()
    {
        using var client = CreateClient(static options => options.RecipientPolicy = new() { Allow = { "+14155550001" }, RedirectTo = "+14155550001" });
        // The number is that of the second message, and of every message as it was sent: it does not tell which is meant.
        _wire.Responds(200, """{ "queued_count": 2, "error_count": 1, "errors": [{ "phone_number": "+14155550001", "code": "invalid_phone" }] }""");

        var response = await client.SendBulkAsync(Create(3), Canceled);

        _wire.Requests.Single().Body.Should().Contain("+14155550001").And.NotContain("+14155550000").And.NotContain("+14155550002");
        response.Results.Should().OnlyContain(static result => result.Outcome == SendOutcome.Unknown);
        response.Results.Select(static result => result.Request.To).Should().Equal("+14155550000", "+14155550001", "+14155550002");
    }

    [Fact]
    public async Task SendBulkAsync_OneBlockedRecipient_BlocksTheCall()
    {
        using var client = CreateClient(static options => options.RecipientPolicy = new() { Allow = { "+14155550000" } });

        var send = () => client.SendBulkAsync(Create(2), Canceled);

        (await send.Should().ThrowExactlyAsync<TracklyRecipientBlockedException>()).Which.Message.Should().StartWith("No message of the call was sent, because of messages[1].");
        _wire.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task SendBulkAsync_MessagesChangedMeanwhile_KeepTheirResults()
    {
        List<SendRequest> requests = [.. Create(2)];
        var first = requests[0];
        _wire.Then(readsBody: true, _ =>
        {
            requests.Clear();
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent("""{ "queued_count": 2, "error_count": 0 }""") });
        });

        (await _client.SendBulkAsync(requests, Canceled)).Results[0].Request.Should().BeSameAs(first);
    }

    [Fact]
    public async Task ToString_ShowsNothingPrivate()
    {
        _wire.Responds(200, """{ "queued_count": 1, "error_count": 1, "errors": [{ "index": 1, "code": "invalid_phone", "error": "+14155550001" }] }""");

        var response = await _client.SendBulkAsync(Create(2), Canceled);

        response.ToString().Should().Be("BulkSendResponse { QueuedCount = 1, ErrorCount = 1, Attempts = 1 }");
        response.Results[1].ToString().Should().Be("SendResult { Index = 1, Outcome = Rejected, MessageId = none, Failure = TracklyInvalidRequestException }");
    }

    private static SendRequest[] Create(int count) => [.. Enumerable.Range(0, count).Select(static index => new SendRequest($"+1415555{index:D4}", Some.ListNumber, $"Hi {index}"))];

    private TracklyClient CreateClient(Action<TracklyClientOptions>? configure = null) => new(_httpClient, Some.Options(configure));

    private Func<Task> Awaiting(IReadOnlyList<SendRequest> requests) => () => _client.SendBulkAsync(requests, Canceled);
}
