using System.Net;
using Trackly.Sdk.Testing;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>Delays on a clock that the test moves, and the caller's own cancellation.</summary>
public sealed class FakeTracklyClientTimeTests : IDisposable
{
    private readonly TestClock _clock = new();
    private readonly CancellationTokenSource _caller = new();
    private readonly FakeTracklyClient _trackly;

    public FakeTracklyClientTimeTests() => _trackly = new FakeTracklyClient(_clock);

    public void Dispose() => _caller.Dispose();

    [Fact]
    public async Task After_TheAnswerComes_WhenTheClockSaysSo()
    {
        _trackly.ForNext().After(TimeSpan.FromSeconds(3)).Accepts();

        var sending = _trackly.SendAsync(Some.Request(), _caller.Token);
        _clock.Advance(TimeSpan.FromSeconds(2.9));
        sending.IsCompleted.Should().BeFalse();
        _trackly.Requests.Should().ContainSingle();
        _trackly.Queued.Should().ContainSingle("the message is queued before the wait");
        _clock.Advance(TimeSpan.FromSeconds(0.1));

        (await sending).MessageId.Should().Be("Na1T6x7o");
    }

    [Fact]
    public async Task After_Hours_IsNoTimeout()
    {
        _trackly.ForNext().After(TimeSpan.FromHours(20)).RespondsWith(HttpStatusCode.BadGateway);

        var sending = _trackly.SendAsync(Some.Request(), _caller.Token);
        _clock.Advance(TimeSpan.FromHours(20));

        await sending.Awaiting(call => call).Should().ThrowAsync<TracklyServerException>();
    }

    [Fact]
    public async Task TheCallerCancels_WhileTheAnswerIsDue_IsUnknown()
    {
        _trackly.ForNext().After(TimeSpan.FromSeconds(3)).Accepts();

        (await CanceledAsync()).Outcome.Should().Be(SendOutcome.Unknown);

        _trackly.Queued.Should().ContainSingle("a caller that gives up does not take the message back");
    }

    [Fact]
    public async Task TheCallerCancels_WhileTheConnectionIsNotYetRefused_IsNotSent()
    {
        _trackly.ForNext().After(TimeSpan.FromSeconds(3)).DoesNotSend();

        (await CanceledAsync()).Outcome.Should().Be(SendOutcome.NotSent);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task Hangs_EndsWhenTheCallerCancels_QueuedOrNot(bool queued, int count)
    {
        _trackly.ForNext().Hangs(queued);

        var canceled = await CanceledAsync();

        canceled.Outcome.Should().Be(SendOutcome.Unknown);
        canceled.CancellationToken.Should().Be(_caller.Token);
        canceled.Attempts.Should().ContainSingle().Which.Failure.Should().Be(SendFailure.Canceled);
        _trackly.Queued.Should().HaveCount(count);
    }

    [Fact]
    public async Task Hangs_ATokenThatNobodyCancels_IsAnErrorOfTheTest()
    {
        _trackly.ForNext().Hangs();

        var send = () => _trackly.SendAsync(Some.Request(), CancellationToken.None);

        (await send.Should().ThrowExactlyAsync<InvalidOperationException>()).Which.Message.Should().Contain("Hangs()").And.Contain("token");
        _trackly.Queued.Should().BeEmpty();
    }

    [Fact]
    public async Task CanceledToken_IsHonored_AndUsesUpNoLine()
    {
        _trackly.ForNext().Rejects(TracklyErrorCode.ListNotFound);

        var send = () => _trackly.SendAsync(Some.Request(), new CancellationToken(canceled: true));

        (await send.Should().ThrowAsync<TracklyCanceledException>()).Which.Outcome.Should().Be(SendOutcome.NotSent);
        _trackly.Requests.Should().ContainSingle();
        await _trackly.Awaiting(trackly => trackly.SendAsync(Some.Request(), _caller.Token)).Should().ThrowAsync<TracklyListNotFoundException>();
    }

    private async Task<TracklyCanceledException> CanceledAsync()
    {
        var sending = _trackly.SendAsync(Some.Request(), _caller.Token);
        sending.IsCompleted.Should().BeFalse();
        _caller.Cancel();
        return (await sending.Awaiting(call => call).Should().ThrowAsync<TracklyCanceledException>()).Which;
    }
}
