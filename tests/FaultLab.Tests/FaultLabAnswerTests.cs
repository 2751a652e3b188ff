using System.Net;

namespace FaultLab.Tests;

/// <summary>The particulars of single faults, as a client sees them.</summary>
public sealed class FaultLabAnswerTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AcceptedMessage_IsToldItsOwnMessageId()
    {
        await using var lab = FaultLabServer.Start();
        using var visitor = new LabVisitor(lab.BaseAddress);

        await visitor.SendAsync("a");
        await visitor.SendAsync("b");

        visitor.Text.Should().Be("""{"success":true,"message_id":"00000002","status":"queued"}""");
        lab.Ledger.Received[1].MessageId.Should().Be("00000002");
    }

    [Theory]
    [InlineData(nameof(PlainAnswers.MissingTo), "\"code\":\"missing_to\"", null)]
    [InlineData(nameof(PlainAnswers.MissingListNumber), "\"code\":\"missing_list_number\"", null)]
    [InlineData(nameof(PlainAnswers.MissingBody), "\"code\":\"missing_body\"", null)]
    [InlineData(nameof(PlainAnswers.InvalidPhone), "\"code\":\"invalid_phone\"", null)]
    [InlineData(nameof(PlainAnswers.InvalidListNumber), "\"code\":\"invalid_list_number\"", null)]
    [InlineData(nameof(PlainAnswers.ListNotFound), "\"code\":\"list_not_found\"", null)]
    [InlineData(nameof(PlainAnswers.WebhookNotConfigured), "\"code\":\"webhook_not_configured\"", null)]
    [InlineData(nameof(PlainAnswers.Suspended), """{"error":"Account is suspended"}""", null)]
    [InlineData(nameof(PlainAnswers.TooManyRequests), "\"code\":\"rate_limited\"", null)]
    [InlineData(nameof(PlainAnswers.TooManyRequestsRetryAfter), "\"code\":\"rate_limited\"", 2.0)]
    [InlineData(nameof(PlainAnswers.ServiceUnavailable), "\"code\":\"unavailable\"", null)]
    [InlineData(nameof(PlainAnswers.ServiceUnavailableRetryAfter), "\"code\":\"unavailable\"", 2.0)]
    [InlineData(nameof(PlainAnswers.BadGatewayHtml), "<html>", null)]
    [InlineData(nameof(UnreadableSuccesses.InvalidUtf8), "aaaa\uFFFD(", null)]
    [InlineData(nameof(UnreadableSuccesses.DeeplyNested), "[[[[[[[[", null)]
    [InlineData(nameof(BrokenAnswers.ContentLengthTooShort), "\"00000001\",\"status\"", null)]
    public async Task Answer_InItsText_SaysWhatItsNameSays(string fault, string text, double? retryAfter)
    {
        await using var lab = FaultLabServer.Start(Faults.Named(fault));
        using var visitor = new LabVisitor(lab.BaseAddress);

        await visitor.SendAsync();

        visitor.Text.Should().Contain(text);
        visitor.RetryAfter.Should().Be(retryAfter);
    }

    [Fact]
    public async Task LateAnswer_Released_IsTheGoodAnswer()
    {
        await using var lab = FaultLabServer.Start(ConnectionFaults.LateAnswer);
        using var visitor = new LabVisitor(lab.BaseAddress);

        var sending = visitor.SendAsync();
        await lab.SeesAsync(ledger => ledger.Received.Count == 1, Cancelled);
        lab.Ledger.Told(LabVerdict.Accepted).Should().BeEmpty();
        lab.ReleaseLateAnswers();

        (await sending).Should().Be("200 whole");
        await lab.SeesAsync(ledger => ledger.Told(LabVerdict.Accepted).Count == 1, Cancelled);
        lab.Ledger.Abandoned.Should().Be(0);
    }

    [Fact]
    public async Task LateAnswer_WhoseClientHasLeft_IsAbandonedAndTellsNothing()
    {
        await using var lab = FaultLabServer.Start(ConnectionFaults.LateAnswer);
        using var visitor = new LabVisitor(lab.BaseAddress);

        var sending = visitor.SendAsync();
        await lab.SeesAsync(ledger => ledger.Received.Count == 1, Cancelled);
        visitor.Leave();

        (await sending).Should().Be("silence");
        await lab.SeesAsync(ledger => ledger.Abandoned == 1, Cancelled);
        lab.Ledger.Told(LabVerdict.Accepted).Should().BeEmpty();
    }

    [Fact]
    public async Task GzipBomb_OnTheWire_IsSmall()
    {
        await using var lab = FaultLabServer.Start(HostileAnswers.GzipBombSuccess);
        using var visitor = new LabVisitor(lab.BaseAddress, decompression: DecompressionMethods.None);

        (await visitor.SendAsync()).Should().Be("200 whole");
        visitor.Length.Should().BeLessThan(2 * 1024 * 1024);
    }

    [Fact]
    public async Task Redirect_PointsElsewhere_WhereNobodyHasCalled()
    {
        await using var elsewhere = FaultLabServer.Start();
        await using var lab = FaultLabServer.Start(FaultScript.InOrder(Redirects.PermanentRedirect), elsewhere: elsewhere.BaseAddress);
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });

        using var response = await http.PostAsync(new Uri(lab.BaseAddress, "v2/send"), new StringContent("{}"), Cancelled);

        response.Headers.Location.Should().Be(new Uri(elsewhere.BaseAddress, "v2/send"));
        await elsewhere.SettleAsync(Cancelled);
        (elsewhere.Ledger.Connections, elsewhere.Ledger.Heads).Should().Be((0, 0), "the probe that settles a lab is no client");
    }

    [Theory]
    [InlineData(nameof(PlainAnswers.Accepted), LabVerdict.Accepted)]
    [InlineData(nameof(UnreadableSuccesses.SuccessFalse), LabVerdict.Rejected)]
    [InlineData(nameof(PlainAnswers.InvalidPhone), LabVerdict.Rejected)]
    [InlineData(nameof(Redirects.Found), LabVerdict.Rejected)]
    [InlineData(nameof(PlainAnswers.TooManyRequests), LabVerdict.NotHandled)]
    [InlineData(nameof(PlainAnswers.ServiceUnavailableRetryAfter), LabVerdict.NotHandled)]
    [InlineData(nameof(PlainAnswers.ServiceUnavailable), LabVerdict.Unclear)]
    [InlineData(nameof(UnreadableSuccesses.NoMessageId), LabVerdict.Unclear)]
    [InlineData(nameof(BrokenAnswers.TruncatedSuccessThenClose), LabVerdict.Unclear)]
    [InlineData(nameof(BrokenAnswers.ContentLengthTooLong), LabVerdict.Unclear)]
    internal async Task Message_AnsweredInFull_IsBookedUnderItsVerdict(string fault, LabVerdict verdict)
    {
        await using var lab = FaultLabServer.Start(Faults.Named(fault));
        using var visitor = new LabVisitor(lab.BaseAddress);

        await visitor.SendAsync();

        await lab.SettleAsync(Cancelled);
        lab.Ledger.Told(verdict).Should().Equal(lab.Ledger.Received);
    }
}
