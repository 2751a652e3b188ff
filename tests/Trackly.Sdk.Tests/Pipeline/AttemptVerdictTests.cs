using Trackly.Sdk.Pipeline.Attempts;
using Trackly.Sdk.Pipeline.Responses;

namespace Trackly.Sdk.Tests.Pipeline;

/// <summary>How the facts of an attempt become a row of the retry table.</summary>
public sealed class AttemptVerdictTests
{
    [Theory]
    [InlineData(408, 408, nameof(AttemptResult.NotProcessed))]
    [InlineData(425, 425, nameof(AttemptResult.NotProcessed))]
    [InlineData(429, 429, nameof(AttemptResult.NotProcessed))]
    [InlineData(500, 599, nameof(AttemptResult.ServerError))]
    [InlineData(300, 407, nameof(AttemptResult.Rejected))]
    [InlineData(409, 424, nameof(AttemptResult.Rejected))]
    [InlineData(426, 428, nameof(AttemptResult.Rejected))]
    [InlineData(430, 499, nameof(AttemptResult.Rejected))]
    [InlineData(0, 199, nameof(AttemptResult.UnreadableResponse))]
    [InlineData(600, 999, nameof(AttemptResult.UnreadableResponse))]
    public void Judge_Status_IsTheRowOfTheTable(int first, int last, string result) =>
        Enumerable.Range(first, last - first + 1).Select(static status => Judge(status).Result).Distinct().Should().Equal(Enum.Parse<AttemptResult>(result));

    [Fact]
    public void Judge_RetryAfter_MattersFor503Alone() =>
        Enumerable.Range(0, 1000).Where(static status => Judge(status) != Judge(status, hasRetryAfter: true)).Should().Equal(503);

    [Theory]
    [InlineData(nameof(ResponseKind.Accepted), false, nameof(AttemptResult.Accepted), null)]
    [InlineData(nameof(ResponseKind.Rejected), false, nameof(AttemptResult.Rejected), null)]
    [InlineData(nameof(ResponseKind.Unreadable), false, nameof(AttemptResult.UnreadableResponse), SendFailure.Unreadable)]
    [InlineData(nameof(ResponseKind.Accepted), true, nameof(AttemptResult.UnreadableResponse), SendFailure.Unreadable)]
    public void Judge_Success_DependsOnItsBody(string kind, bool isCutOff, string result, SendFailure? failure) =>
        AttemptVerdict.Judge(new() { StatusCode = 200, Kind = Enum.Parse<ResponseKind>(kind), IsCutOff = isCutOff, BodyStarted = true })
            .Should().Be(new AttemptVerdict(Enum.Parse<AttemptResult>(result), failure));

    [Fact]
    public void Judge_ErrorThatTheOperationUnderstandsAsAResult_IsAccepted() =>
        AttemptVerdict.Judge(new() { StatusCode = 404, Kind = ResponseKind.Accepted, BodyStarted = true }).Should().Be(new AttemptVerdict(AttemptResult.Accepted, null));

    [Theory]
    [InlineData(false, nameof(AttemptResult.NeverStarted), nameof(AttemptResult.CanceledBeforeBody))]
    [InlineData(true, nameof(AttemptResult.ResponseLost), nameof(AttemptResult.CanceledAfterBody))]
    public void Judge_Silence_DependsOnWhetherTheBodyStarted(bool bodyStarted, string lost, string canceled)
    {
        var facts = new AttemptFacts { BodyStarted = bodyStarted };

        AttemptVerdict.Judge(facts).Should().Be(new AttemptVerdict(Enum.Parse<AttemptResult>(lost), SendFailure.Connection));
        AttemptVerdict.Judge(facts with { TimedOut = true }).Should().Be(new AttemptVerdict(Enum.Parse<AttemptResult>(lost), SendFailure.Timeout));
        AttemptVerdict.Judge(facts with { Repeated = true, TimedOut = true }).Should().Be(new AttemptVerdict(Enum.Parse<AttemptResult>(lost), SendFailure.Repeated));
        AttemptVerdict.Judge(facts with { Repeated = true, ServerDidNotProcess = true }).Should().Be(new AttemptVerdict(AttemptResult.NotProcessed, SendFailure.Connection));
        AttemptVerdict.Judge(facts with { Canceled = true, TimedOut = true, Repeated = true })
            .Should().Be(new AttemptVerdict(Enum.Parse<AttemptResult>(canceled), SendFailure.Canceled));
        AttemptVerdict.Judge(facts with { Canceled = true, Disposed = true }).Should().Be(new AttemptVerdict(Enum.Parse<AttemptResult>(canceled), SendFailure.Disposed));
    }

    [Theory]
    [InlineData(SendFailure.NameResolution, false, false, SendFailure.NameResolution, nameof(AttemptResult.NeverStarted))]
    [InlineData(SendFailure.SecureConnection, true, false, SendFailure.SecureConnection, nameof(AttemptResult.CannotConnect))]
    [InlineData(SendFailure.Connection, false, true, SendFailure.ConnectTimeout, nameof(AttemptResult.NeverStarted))]
    [InlineData(SendFailure.Proxy, true, true, SendFailure.Proxy, nameof(AttemptResult.CannotConnect))]
    public void Judge_NoConnection_SaysWhy(SendFailure known, bool isPermanent, bool timedOut, SendFailure failure, string result)
    {
        var facts = new AttemptFacts { Problem = new(known, isPermanent), TimedOut = timedOut, WasConnecting = true };

        AttemptVerdict.Judge(facts).Should().Be(new AttemptVerdict(Enum.Parse<AttemptResult>(result), failure));
        AttemptVerdict.Judge(facts with { Repeated = true }).Should().Be(new AttemptVerdict(AttemptResult.NeverStarted, SendFailure.Repeated));
        AttemptVerdict.Judge(facts with { Canceled = true }).Should().Be(new AttemptVerdict(AttemptResult.CanceledBeforeBody, SendFailure.Canceled));
        AttemptVerdict.Judge(facts with { BodyStarted = true }).Should().Be(
            new AttemptVerdict(AttemptResult.ResponseLost, timedOut ? SendFailure.Timeout : SendFailure.Connection), "the connection was there");
    }

    [Fact]
    public void Judge_ResponseCutOffByTheCaller_IsCanceled() =>
        AttemptVerdict.Judge(new() { StatusCode = 200, IsCutOff = true, BodyStarted = true, Canceled = true })
            .Should().Be(new AttemptVerdict(AttemptResult.CanceledAfterBody, SendFailure.Canceled));

    [Theory]
    [InlineData(401, nameof(AttemptResult.Rejected))]
    [InlineData(429, nameof(AttemptResult.NotProcessed))]
    [InlineData(502, nameof(AttemptResult.ServerError))]
    [InlineData(300, nameof(AttemptResult.Rejected))]
    [InlineData(199, nameof(AttemptResult.UnreadableResponse))]
    public void Judge_ErrorCutOffByTheCaller_KeepsWhatItsStatusSays(int status, string result) =>
        AttemptVerdict.Judge(new() { StatusCode = status, IsCutOff = true, BodyStarted = true, Canceled = true })
            .Should().Be(new AttemptVerdict(Enum.Parse<AttemptResult>(result), SendFailure.Canceled));

    [Fact]
    public void Judge_ErrorCutOffByDisposingTheClient_SaysSo() =>
        AttemptVerdict.Judge(new() { StatusCode = 401, IsCutOff = true, BodyStarted = true, Canceled = true, Disposed = true })
            .Should().Be(new AttemptVerdict(AttemptResult.Rejected, SendFailure.Disposed));

    private static AttemptVerdict Judge(int status, bool hasRetryAfter = false) =>
        AttemptVerdict.Judge(new() { StatusCode = status, HasRetryAfter = hasRetryAfter, BodyStarted = true });
}
