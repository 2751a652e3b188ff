using System.Net;

namespace FaultLab.Tests;

/// <summary>Details of single faults, as a client sees them.</summary>
public sealed class FaultResponseTests
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AcceptedMessage_GetsAMessageIdOfItsOwn()
    {
        await using var server = FaultServer.Start();
        using var client = new ProbeClient(server.BaseAddress);

        await client.SendAsync("a");
        await client.SendAsync("b");

        client.Text.Should().Be("""{"success":true,"message_id":"00000002","status":"queued"}""");
        server.Log.Received[1].MessageId.Should().Be("00000002");
    }

    [Theory]
    [InlineData(nameof(PlainResponses.MissingTo), "\"code\":\"missing_to\"", null)]
    [InlineData(nameof(PlainResponses.MissingListNumber), "\"code\":\"missing_list_number\"", null)]
    [InlineData(nameof(PlainResponses.MissingBody), "\"code\":\"missing_body\"", null)]
    [InlineData(nameof(PlainResponses.InvalidPhone), "\"code\":\"invalid_phone\"", null)]
    [InlineData(nameof(PlainResponses.InvalidListNumber), "\"code\":\"invalid_list_number\"", null)]
    [InlineData(nameof(PlainResponses.ListNotFound), "\"code\":\"list_not_found\"", null)]
    [InlineData(nameof(PlainResponses.WebhookNotConfigured), "\"code\":\"webhook_not_configured\"", null)]
    [InlineData(nameof(PlainResponses.Suspended), """{"error":"Account is suspended"}""", null)]
    [InlineData(nameof(PlainResponses.TooManyRequests), "\"code\":\"rate_limited\"", null)]
    [InlineData(nameof(RetryAfterResponses.TooManyRequestsRetryAfter), "\"code\":\"rate_limited\"", "2")]
    [InlineData(nameof(PlainResponses.ServiceUnavailable), "\"code\":\"unavailable\"", null)]
    [InlineData(nameof(RetryAfterResponses.TooManyRequestsRetryAfterFraction), "\"code\":\"rate_limited\"", "1.5")]
    [InlineData(nameof(RetryAfterResponses.ServiceUnavailableRetryAfterTwice), "\"code\":\"unavailable\"", "1, 3")]
    [InlineData(nameof(RetryAfterResponses.ServiceUnavailableRetryAfterAbsurd), "\"code\":\"unavailable\"", "99999999999999999999")]
    [InlineData(nameof(RetryAfterResponses.ServiceUnavailableRetryAfter), "\"code\":\"unavailable\"", "2")]
    [InlineData(nameof(PlainResponses.BadGatewayHtml), "<html>", null)]
    [InlineData(nameof(UnreadableSuccesses.InvalidUtf8), "aaaa\uFFFD(", null)]
    [InlineData(nameof(UnusualSuccesses.NumericMessageId), "\"message_id\":12345678,", null)]
    [InlineData(nameof(UnusualSuccesses.DuplicateUnknownMember), "\"extra\":1,\"extra\":2", null)]
    [InlineData(nameof(UnusualSuccesses.DeeplyNestedUnknownMember), "[[[[[[[[", null)]
    [InlineData(nameof(CompressedResponses.GzipAccepted), "\"message_id\":\"aaaaaaaa\"", null)]
    [InlineData(nameof(CompressedResponses.GzipListNotFound), "\"code\":\"list_not_found\"", null)]
    [InlineData(nameof(BrokenResponses.ContentLengthTooShort), "\"00000001\",\"status\"", null)]
    public async Task Response_HasTheContentOfItsName(string fault, string text, string? retryAfter)
    {
        await using var server = FaultServer.Start(Faults.Find(fault));
        using var client = new ProbeClient(server.BaseAddress);

        await client.SendAsync();

        client.Text.Should().Contain(text);
        client.RetryAfter.Should().Be(retryAfter);
    }

    [Fact]
    public async Task LateResponse_Released_IsTheNormalResponse()
    {
        await using var server = FaultServer.Start(ConnectionFaults.LateResponse);
        using var client = new ProbeClient(server.BaseAddress);

        var sending = client.SendAsync();
        await server.WaitForAsync(log => log.Received.Count == 1, Canceled);
        server.Log.GetMessages(ResponseMeaning.Accepted).Should().BeEmpty();
        server.ReleaseLateResponses();

        (await sending).Should().Be("200 whole");
        await server.WaitForAsync(log => log.GetMessages(ResponseMeaning.Accepted).Count == 1, Canceled);
        server.Log.Abandoned.Should().Be(0);
    }

    [Fact]
    public async Task LateResponse_WhoseClientHasLeft_IsAbandoned()
    {
        await using var server = FaultServer.Start(ConnectionFaults.LateResponse);
        using var client = new ProbeClient(server.BaseAddress);

        var sending = client.SendAsync();
        await server.WaitForAsync(log => log.Received.Count == 1, Canceled);
        client.Leave();

        (await sending).Should().Be("silence");
        await server.WaitForAsync(log => log.Abandoned == 1, Canceled);
        server.Log.GetMessages(ResponseMeaning.Accepted).Should().BeEmpty();
    }

    [Theory]
    [InlineData(nameof(CompressedResponses.GzipAccepted), 1024)]
    [InlineData(nameof(HostileResponses.GzipBombSuccess), 2 * 1024 * 1024)]
    public async Task CompressedResponse_IsSmallOnTheWire(string fault, int maxBytes)
    {
        await using var server = FaultServer.Start(Faults.Find(fault));
        using var client = new ProbeClient(server.BaseAddress, decompression: DecompressionMethods.None);

        (await client.SendAsync()).Should().Be("200 whole");
        client.Length.Should().BeInRange(1, maxBytes);
        client.Text.Should().NotContain("message_id");
    }

    [Theory]
    [InlineData(nameof(PlainResponses.Accepted), ResponseMeaning.Accepted)]
    [InlineData(nameof(UnreadableSuccesses.SuccessFalse), ResponseMeaning.Rejected)]
    [InlineData(nameof(PlainResponses.InvalidPhone), ResponseMeaning.Rejected)]
    [InlineData(nameof(Redirects.Found), ResponseMeaning.Rejected)]
    [InlineData(nameof(PlainResponses.TooManyRequests), ResponseMeaning.NotProcessed)]
    [InlineData(nameof(RetryAfterResponses.ServiceUnavailableRetryAfter), ResponseMeaning.NotProcessed)]
    [InlineData(nameof(PlainResponses.ServiceUnavailable), ResponseMeaning.Unknown)]
    [InlineData(nameof(UnreadableSuccesses.NoMessageId), ResponseMeaning.Unknown)]
    [InlineData(nameof(BrokenResponses.TruncatedSuccessThenClose), ResponseMeaning.Unknown)]
    [InlineData(nameof(BrokenResponses.ContentLengthTooLong), ResponseMeaning.Unknown)]
    internal async Task Message_WhoseResponseIsWritten_IsLoggedWithItsMeaning(string fault, ResponseMeaning meaning)
    {
        await using var server = FaultServer.Start(Faults.Find(fault));
        using var client = new ProbeClient(server.BaseAddress);

        await client.SendAsync();

        await server.WaitUntilIdleAsync(Canceled);
        server.Log.GetMessages(meaning).Should().Equal(server.Log.Received);
    }
}
