using Trackly.Sdk.Testing;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>Which line of the script a request gets.</summary>
public sealed class FakeTracklyClientScriptTests
{
    private const string Blocked = "+14155550000";

    private readonly FakeTracklyClient _trackly = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OnNext_SeveralLines_AreUsedInTheOrderTheyWereWritten_EachOnce()
    {
        _trackly.OnNext().DoesNotSend();
        _trackly.OnNext(2).Rejects(TracklyErrorCode.ListNotFound);
        _trackly.OnNext().TimesOut();

        (await OutcomesOfAsync(6)).Should().Equal("NotSent", "Rejected", "Rejected", "Unknown", "accepted", "accepted");
    }

    [Fact]
    public async Task On_TheConditionIsMet_AsOftenAsItIs()
    {
        _trackly.On(request => request.To == Blocked).Rejects(TracklyErrorCode.InvalidPhone);

        (await OutcomeAsync()).Should().Be("accepted");
        (await OutcomeAsync(Blocked)).Should().Be("Rejected");
        (await OutcomeAsync(Blocked)).Should().Be("Rejected");
        (await OutcomeAsync()).Should().Be("accepted");
    }

    [Fact]
    public async Task OnNext_ComesBeforeOn_WhichComesBeforeOnEach()
    {
        _trackly.OnEach().DoesNotSend();
        _trackly.On(request => request.To == Blocked).Rejects(TracklyErrorCode.InvalidPhone);
        _trackly.OnNext().TimesOut();

        (await OutcomeAsync(Blocked)).Should().Be("Unknown");
        (await OutcomeAsync(Blocked)).Should().Be("Rejected");
        (await OutcomeAsync()).Should().Be("NotSent");
    }

    [Fact]
    public async Task OnAndOnEach_WrittenAgain_TheLastLineIsUsed()
    {
        _trackly.On(_ => true).DoesNotSend();
        _trackly.On(request => request.To == Blocked).Rejects(TracklyErrorCode.InvalidPhone);
        (await OutcomeAsync()).Should().Be("NotSent");
        (await OutcomeAsync(Blocked)).Should().Be("Rejected");

        _trackly.On(_ => true).Accepts();
        (await OutcomeAsync(Blocked)).Should().Be("accepted");

        var other = new FakeTracklyClient().OnEach().DoesNotSend().OnEach().Accepts();
        (await other.SendAsync(Some.Request(), Token)).Success.Should().BeTrue();
    }

    [Fact]
    public async Task Verbs_ReturnTheClient_SoThatAScriptIsOneExpression()
    {
        var trackly = new FakeTracklyClient().OnNext().Accepts("first").OnEach().Accepts("later");

        (await trackly.SendAsync(Some.Request(), Token)).MessageId.Should().Be("first");
        (await trackly.SendAsync(Some.Request(), Token)).MessageId.Should().Be("later");
    }

    [Fact]
    public async Task ALine_WithoutAVerb_ChangesNothing()
    {
        _trackly.OnNext();
        _trackly.OnEach().After(TimeSpan.FromDays(1));

        (await OutcomeAsync()).Should().Be("accepted");
    }

    [Fact]
    public async Task FaultyRequest_IsRefusedByTheRealCheck_AndUsesUpNoLine()
    {
        _trackly.OnNext().TimesOut();

        var send = () => _trackly.SendAsync(Some.Request() with { To = "0171", Body = "" }, Token);

        (await send.Should().ThrowAsync<TracklyValidationException>()).Which.Errors.Select(error => error.Field).Should().Equal("to", "body");
        _trackly.Requests.Should().ContainSingle();
        _trackly.Queued.Should().BeEmpty();
        (await OutcomeAsync()).Should().Be("Unknown", "the line is still to be used");
    }

    [Fact]
    public async Task NoRequest_IsAnArgumentFaultAtOnce_AndNotRecorded()
    {
        _trackly.Invoking(trackly => { _ = trackly.SendAsync(null!, Token); }).Should().Throw<ArgumentNullException>();

        _trackly.Requests.Should().BeEmpty();
        (await OutcomeAsync()).Should().Be("accepted");
    }

    [Fact]
    public async Task On_TheConditionThrows_TheTestSeesIt_AndNotAFailureOfTheSend()
    {
        _trackly.On(request => request.Metadata!.Count > 0).DoesNotSend();

        await _trackly.Awaiting(trackly => trackly.SendAsync(Some.Request(), Token)).Should().ThrowExactlyAsync<NullReferenceException>();
    }

    [Fact]
    public async Task On_TheConditionAsksTheClient_Works()
    {
        _trackly.On(_ => _trackly.Queued.Count >= 2).Rejects(TracklyErrorCode.ListNotFound);

        (await OutcomesOfAsync(4)).Should().Equal("accepted", "accepted", "Rejected", "Rejected");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void OnNext_NoRequestAtAll_IsAnArgumentFault(int count) =>
        _trackly.Invoking(trackly => trackly.OnNext(count)).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void On_NoCondition_IsAnArgumentFault() => _trackly.Invoking(trackly => trackly.On(null!)).Should().Throw<ArgumentNullException>();

    private async Task<IReadOnlyList<string>> OutcomesOfAsync(int count)
    {
        List<string> outcomes = [];
        for (var number = 0; number < count; number++)
            outcomes.Add(await OutcomeAsync());
        return outcomes;
    }

    private async Task<string> OutcomeAsync(string to = Some.Recipient)
    {
        try
        {
            await _trackly.SendAsync(Some.Request() with { To = to }, Token);
            return "accepted";
        }
        catch (TracklyException failure)
        {
            return failure.Outcome.ToString();
        }
    }
}
