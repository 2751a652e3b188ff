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
    public async Task ForNext_SeveralLines_AreUsedInTheOrderTheyWereWritten_EachOnce()
    {
        _trackly.ForNext().DoesNotSend();
        _trackly.ForNext(2).Rejects(TracklyErrorCode.ListNotFound);
        _trackly.ForNext().TimesOut();

        (await OutcomesOfAsync(6)).Should().Equal("NotSent", "Rejected", "Rejected", "Unknown", "accepted", "accepted");
    }

    [Fact]
    public async Task When_TheConditionIsMet_AsOftenAsItIs()
    {
        _trackly.When(request => request.To == Blocked).Rejects(TracklyErrorCode.InvalidPhone);

        (await OutcomeAsync()).Should().Be("accepted");
        (await OutcomeAsync(Blocked)).Should().Be("Rejected");
        (await OutcomeAsync(Blocked)).Should().Be("Rejected");
        (await OutcomeAsync()).Should().Be("accepted");
    }

    [Fact]
    public async Task ForNext_ComesBeforeWhen_WhichComesBeforeForAll()
    {
        _trackly.ForAll().DoesNotSend();
        _trackly.When(request => request.To == Blocked).Rejects(TracklyErrorCode.InvalidPhone);
        _trackly.ForNext().TimesOut();

        (await OutcomeAsync(Blocked)).Should().Be("Unknown");
        (await OutcomeAsync(Blocked)).Should().Be("Rejected");
        (await OutcomeAsync()).Should().Be("NotSent");
    }

    [Fact]
    public async Task WhenAndForAll_WrittenAgain_TheLastLineIsUsed()
    {
        _trackly.When(_ => true).DoesNotSend();
        _trackly.When(request => request.To == Blocked).Rejects(TracklyErrorCode.InvalidPhone);
        (await OutcomeAsync()).Should().Be("NotSent");
        (await OutcomeAsync(Blocked)).Should().Be("Rejected");

        _trackly.When(_ => true).Accepts();
        (await OutcomeAsync(Blocked)).Should().Be("accepted");

        var other = new FakeTracklyClient().ForAll().DoesNotSend().ForAll().Accepts();
        (await other.SendAsync(Some.Request(), Token)).Success.Should().BeTrue();
    }

    [Fact]
    public async Task Verbs_ReturnTheClient_SoThatAScriptIsOneExpression()
    {
        var trackly = new FakeTracklyClient().ForNext().Accepts("first").ForAll().Accepts("later");

        (await trackly.SendAsync(Some.Request(), Token)).MessageId.Should().Be("first");
        (await trackly.SendAsync(Some.Request(), Token)).MessageId.Should().Be("later");
    }

    [Fact]
    public async Task ALine_WithoutAVerb_ChangesNothing()
    {
        _trackly.ForNext();
        _trackly.ForAll().After(TimeSpan.FromDays(1));

        (await OutcomeAsync()).Should().Be("accepted");
    }

    [Fact]
    public async Task InvalidRequest_FailsTheRealValidation_AndUsesUpNoLine()
    {
        _trackly.ForNext().TimesOut();

        var send = () => _trackly.SendAsync(Some.Request() with { To = "0171", Body = "" }, Token);

        (await send.Should().ThrowAsync<TracklyValidationException>()).Which.Errors.Select(error => error.Field).Should().Equal("to", "body");
        _trackly.Requests.Should().ContainSingle();
        _trackly.Queued.Should().BeEmpty();
        (await OutcomeAsync()).Should().Be("Unknown", "the line is still to be used");
    }

    [Fact]
    public async Task NoRequest_IsAnArgumentExceptionAtOnce_AndNotRecorded()
    {
        _trackly.Invoking(trackly => { _ = trackly.SendAsync(null!, Token); }).Should().Throw<ArgumentNullException>();

        _trackly.Requests.Should().BeEmpty();
        (await OutcomeAsync()).Should().Be("accepted");
    }

    [Fact]
    public async Task When_TheConditionThrows_TheTestSeesIt_AndNotAFailureOfTheSend()
    {
        _trackly.When(request => request.Metadata!.Count > 0).DoesNotSend();

        await _trackly.Awaiting(trackly => trackly.SendAsync(Some.Request(), Token)).Should().ThrowExactlyAsync<NullReferenceException>();
    }

    [Fact]
    public async Task When_TheConditionAsksTheClient_Works()
    {
        _trackly.When(_ => _trackly.Queued.Count >= 2).Rejects(TracklyErrorCode.ListNotFound);

        (await OutcomesOfAsync(4)).Should().Equal("accepted", "accepted", "Rejected", "Rejected");
    }

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
