using FaultLab;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Guarantee;

/// <summary>Cancellation by the caller ends a call at once, wherever it is, and the exception says whether the body had started to leave.</summary>
public sealed class CallerCancelsTests
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    public static TheoryData<ClientWiring, string, AttemptProgress> Rows { get; } =
    [
        .. from wiring in Enum.GetValues<ClientWiring>()
           from row in new[]
           {
               (nameof(ConnectionFaults.NeverRead), AttemptProgress.BodyStarted),
               (nameof(ConnectionFaults.HangAfterBody), AttemptProgress.BodyStarted),
               (nameof(BrokenResponses.TruncatedHeadThenHang), AttemptProgress.BodyStarted),
               (nameof(BrokenResponses.TruncatedSuccessThenHang), AttemptProgress.Answered),
               (nameof(HostileResponses.TrickledSuccessBody), AttemptProgress.Answered),
           }
           select (wiring, row.Item1, row.Item2),
    ];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task InAnAttempt_AfterTheBodyStarted_IsUnknown(ClientWiring wiring, string name, AttemptProgress progress)
    {
        var clock = new TestClock();
        await using var server = FaultServer.Start(FaultScript.CreateSequence(Faults.Find(name)), clock);
        using var client = new WiredClient(wiring, server.BaseAddress, clock, options => options.Retry.Mode = TracklyRetryMode.AtLeastOnce);
        using var caller = new CancellationTokenSource();

        var call = client.Client.SendAsync(Some.Request(), caller.Token);
        await server.WaitForAsync(log => log.Started == 1, Canceled);
        await WaitLimit.UntilAsync(() => progress != AttemptProgress.Answered || client.ResponsesSeen > 0, "the client has a response");
        await caller.CancelAsync();

        var canceled = await ExpectCanceledAsync(call);
        canceled.Outcome.Should().Be(SendOutcome.Unknown);
        canceled.CancellationToken.Should().Be(caller.Token);
        canceled.Attempts.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Progress = progress, Failure = SendFailure.Canceled });
    }

    [Theory]
    [MemberData(nameof(WiredClient.Wirings), MemberType = typeof(WiredClient))]
    public async Task InAWait_AfterNothingLeft_IsNotSent(ClientWiring wiring)
    {
        await using var server = FaultServer.Start(ConnectionFaults.Refused);
        using var client = new WiredClient(wiring, server.BaseAddress, new TestClock());
        using var caller = new CancellationTokenSource();

        var call = client.Client.SendAsync(Some.Request(), caller.Token);
        await WaitLimit.UntilAsync(() => client.IsBetweenAttempts, "the wait for the second attempt starts");
        await caller.CancelAsync();

        var canceled = await ExpectCanceledAsync(call);
        canceled.Outcome.Should().Be(SendOutcome.NotSent);
        canceled.Attempts.Should().ContainSingle().Which.Failure.Should().Be(SendFailure.ConnectionRefused);
    }

    [Fact]
    public async Task BeforeTheCall_IsNotSent_AndNothingLeaves()
    {
        await using var server = FaultServer.Start();
        using var client = new WiredClient(ClientWiring.HttpClient, server.BaseAddress, new TestClock());

        var canceled = await ExpectCanceledAsync(client.Client.SendAsync(Some.Request(), new CancellationToken(canceled: true)));

        canceled.Outcome.Should().Be(SendOutcome.NotSent);
        canceled.Attempts.Should().BeEmpty();
        server.Log.Connections.Should().Be(0);
    }

    private static async Task<TracklyCanceledException> ExpectCanceledAsync(Task<SendResponse> call)
    {
        var wait = async () => await call;
        return (await wait.Should().ThrowExactlyAsync<TracklyCanceledException>()).Which;
    }
}
