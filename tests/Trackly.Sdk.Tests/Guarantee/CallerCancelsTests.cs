using Trackly.Sdk.Tests.Support;
using FaultLab;

namespace Trackly.Sdk.Tests.Guarantee;

/// <summary>The caller's cancellation ends a call at once, wherever it is, and says whether the message had started to leave.</summary>
public sealed class CallerCancelsTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(LabWiring.HttpClient, nameof(ConnectionFaults.NeverRead), AttemptProgress.BodyStarted)]
    [InlineData(LabWiring.HttpClient, nameof(ConnectionFaults.HangAfterBody), AttemptProgress.BodyStarted)]
    [InlineData(LabWiring.HttpClient, nameof(BrokenAnswers.TruncatedHeadThenHang), AttemptProgress.BodyStarted)]
    [InlineData(LabWiring.HttpClient, nameof(BrokenAnswers.TruncatedSuccessThenHang), AttemptProgress.Answered)]
    [InlineData(LabWiring.HttpClient, nameof(HostileAnswers.DrippingSuccessBody), AttemptProgress.Answered)]
    [InlineData(LabWiring.AddTrackly, nameof(ConnectionFaults.NeverRead), AttemptProgress.BodyStarted)]
    [InlineData(LabWiring.AddTracklyWithAHandler, nameof(ConnectionFaults.NeverRead), AttemptProgress.BodyStarted)]
    [InlineData(LabWiring.AddTrackly, nameof(ConnectionFaults.HangAfterBody), AttemptProgress.BodyStarted)]
    [InlineData(LabWiring.AddTracklyWithAHandler, nameof(ConnectionFaults.HangAfterBody), AttemptProgress.BodyStarted)]
    [InlineData(LabWiring.AddTrackly, nameof(BrokenAnswers.TruncatedHeadThenHang), AttemptProgress.BodyStarted)]
    [InlineData(LabWiring.AddTracklyWithAHandler, nameof(BrokenAnswers.TruncatedHeadThenHang), AttemptProgress.BodyStarted)]
    [InlineData(LabWiring.AddTrackly, nameof(BrokenAnswers.TruncatedSuccessThenHang), AttemptProgress.Answered)]
    [InlineData(LabWiring.AddTracklyWithAHandler, nameof(BrokenAnswers.TruncatedSuccessThenHang), AttemptProgress.Answered)]
    [InlineData(LabWiring.AddTrackly, nameof(HostileAnswers.DrippingSuccessBody), AttemptProgress.Answered)]
    [InlineData(LabWiring.AddTracklyWithAHandler, nameof(HostileAnswers.DrippingSuccessBody), AttemptProgress.Answered)]
    public async Task InAnAttempt_AfterTheBodyStarted_IsUnknown(LabWiring wiring, string name, AttemptProgress progress)
    {
        var clock = new TestClock();
        await using var lab = FaultLabServer.Start(FaultScript.InOrder(Faults.Named(name)), clock);
        using var client = new LabClient(wiring, lab.BaseAddress, clock, options => options.Retry.Mode = TracklyRetryMode.AtLeastOnce);
        using var caller = new CancellationTokenSource();

        var call = client.Client.SendAsync(Some.Request(), caller.Token);
        await lab.SeesAsync(ledger => ledger.Begun == 1, Cancelled);
        while (progress == AttemptProgress.Answered && client.AnswersSeen == 0)
            await Task.Delay(1, Cancelled);
        await caller.CancelAsync();

        var cancelled = await CancelledAsync(call);
        cancelled.Outcome.Should().Be(SendOutcome.Unknown);
        cancelled.CancellationToken.Should().Be(caller.Token);
        cancelled.Attempts.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Progress = progress, Failure = SendFailure.Canceled });
    }

    [Theory]
    [InlineData(LabWiring.HttpClient)]
    [InlineData(LabWiring.AddTrackly)]
    [InlineData(LabWiring.AddTracklyWithAHandler)]
    public async Task InAWait_AfterNothingLeft_IsNotSent(LabWiring wiring)
    {
        await using var lab = FaultLabServer.Start(ConnectionFaults.Refused);
        using var client = new LabClient(wiring, lab.BaseAddress, new TestClock());
        using var caller = new CancellationTokenSource();

        var call = client.Client.SendAsync(Some.Request(), caller.Token);
        while (client.IsBetweenAttempts is false)
            await Task.Delay(1, Cancelled);
        await caller.CancelAsync();

        var cancelled = await CancelledAsync(call);
        cancelled.Outcome.Should().Be(SendOutcome.NotSent);
        cancelled.Attempts.Should().ContainSingle().Which.Failure.Should().Be(SendFailure.Connection);
    }

    [Fact]
    public async Task BeforeTheCall_IsNotSent_AndNothingLeaves()
    {
        await using var lab = FaultLabServer.Start();
        using var client = new LabClient(LabWiring.HttpClient, lab.BaseAddress, new TestClock());

        var cancelled = await CancelledAsync(client.Client.SendAsync(Some.Request(), new CancellationToken(canceled: true)));

        cancelled.Outcome.Should().Be(SendOutcome.NotSent);
        cancelled.Attempts.Should().BeEmpty();
        lab.Ledger.Connections.Should().Be(0);
    }

    private static async Task<TracklyCanceledException> CancelledAsync(Task<SendResponse> call)
    {
        var wait = async () => await call;
        return (await wait.Should().ThrowExactlyAsync<TracklyCanceledException>()).Which;
    }
}
