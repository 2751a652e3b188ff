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
    [InlineData(nameof(PlainResponses.TooManyRequestsRetryAfter), "\"code\":\"rate_limited\"", 2.0)]
    [InlineData(nameof(PlainResponses.ServiceUnavailable), "\"code\":\"unavailable\"", null)]
    [InlineData(nameof(PlainResponses.ServiceUnavailableRetryAfter), "\"code\":\"unavailable\"", 2.0)]
    [InlineData(nameof(PlainResponses.BadGatewayHtml), "<html>", null)]
    [InlineData(nameof(UnreadableSuccesses.InvalidUtf8), "aaaa\uFFFD(", null)]
    [InlineData(nameof(UnreadableSuccesses.DeeplyNested), "[[[[[[[[", null)]
    [InlineData(nameof(BrokenResponses.ContentLengthTooShort), "\"00000001\",\"status\"", null)]
    public async Task Response_HasTheContentOfItsName(string fault, string text, double? retryAfter)
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

    [Fact]
    public async Task GzipBomb_OnTheWire_IsSmall()
    {
        await using var server = FaultServer.Start(HostileResponses.GzipBombSuccess);
        using var client = new ProbeClient(server.BaseAddress, decompression: DecompressionMethods.None);

        (await client.SendAsync()).Should().Be("200 whole");
        client.Length.Should().BeLessThan(2 * 1024 * 1024);
    }

    [Fact]
    public async Task Redirect_PointsToTheTarget_WhichHasNoConnection()
    {
        await using var redirectTarget = FaultServer.Start();
        await using var server = FaultServer.Start(FaultScript.CreateSequence(Redirects.PermanentRedirect), redirectTarget: redirectTarget.BaseAddress);
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });

        using var response = await http.PostAsync(new Uri(server.BaseAddress, "v2/send"), new StringContent("{}"), Canceled);

        response.Headers.Location.Should().Be(new Uri(redirectTarget.BaseAddress, "v2/send"));
        await redirectTarget.WaitUntilIdleAsync(Canceled);
        (redirectTarget.Log.Connections, redirectTarget.Log.Heads).Should().Be((0, 0), "the probe of WaitUntilIdleAsync is not a client");
    }

    [Theory]
    [InlineData(nameof(PlainResponses.Accepted), ResponseMeaning.Accepted)]
    [InlineData(nameof(UnreadableSuccesses.SuccessFalse), ResponseMeaning.Rejected)]
    [InlineData(nameof(PlainResponses.InvalidPhone), ResponseMeaning.Rejected)]
    [InlineData(nameof(Redirects.Found), ResponseMeaning.Rejected)]
    [InlineData(nameof(PlainResponses.TooManyRequests), ResponseMeaning.NotProcessed)]
    [InlineData(nameof(PlainResponses.ServiceUnavailableRetryAfter), ResponseMeaning.NotProcessed)]
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
