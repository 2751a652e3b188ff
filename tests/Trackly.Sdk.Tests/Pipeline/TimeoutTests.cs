using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Pipeline;

/// <summary>The timeouts of one attempt, of the whole call, and of handlers that the host adds around the client.</summary>
public sealed class TimeoutTests
{
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(15);

    [Theory]
    [InlineData(TracklyRetryMode.Standard)]
    [InlineData(TracklyRetryMode.AtMostOnce)]
    public async Task SendAsync_NoResponseAfterTheBody_TimesOutAsUnknown(TracklyRetryMode mode)
    {
        using var client = new ClientUnderTest(options => options.Retry.Mode = mode);
        client.Wire.Stalls().Accepts();
        var call = Start(client);

        client.Clock.Advance(AttemptTimeout - TimeSpan.FromMilliseconds(1));
        call.IsCompleted.Should().BeFalse("the attempt has its time");
        client.Clock.Advance(TimeSpan.FromMilliseconds(1));

        var exception = await GetExceptionAsync(call);
        exception.Message.Should().Contain("No response within AttemptTimeout (15 s)").And.Contain("may be queued");
        exception.Outcome.Should().Be(SendOutcome.Unknown);
        exception.Attempts.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Duration = AttemptTimeout, Progress = AttemptProgress.BodyStarted, Failure = SendFailure.Timeout, Outcome = SendOutcome.Unknown });
    }

    [Fact]
    public async Task SendAsync_NoConnectionInTime_IsRetried()
    {
        using var client = new ClientUnderTest(options => options.Retry.Mode = TracklyRetryMode.AtMostOnce);
        client.Wire.Stalls(readsBody: false).Accepts();
        var call = Start(client);

        client.Clock.Advance(AttemptTimeout);
        client.Clock.Advance(client.WaitsBetweenAttempts.Should().ContainSingle().Which);

        var response = await call;
        response.MayBeDuplicate.Should().BeFalse();
        response.Attempts[0].Should().BeEquivalentTo(
            new { Progress = AttemptProgress.NeverStarted, Failure = SendFailure.Timeout, Outcome = SendOutcome.NotSent });
    }

    [Fact]
    public async Task SendAsync_NoConnectionInTimeAndNoRetry_IsNotSent()
    {
        using var client = new ClientUnderTest(options => options.Retry.MaxRetryAttempts = 0);
        client.Wire.Stalls(readsBody: false);
        var call = Start(client);

        client.Clock.Advance(AttemptTimeout);

        var exception = await GetExceptionAsync(call);
        exception.Outcome.Should().Be(SendOutcome.NotSent);
        exception.Message.Should().Contain("Nothing is queued: the same request may be sent again");
    }

    [Fact]
    public async Task SendAsync_AtLeastOnceAndNoResponse_IsRetried()
    {
        using var client = new ClientUnderTest(options => options.Retry.Mode = TracklyRetryMode.AtLeastOnce);
        client.Wire.Stalls().Accepts();
        var call = Start(client);

        client.Clock.Advance(AttemptTimeout);
        client.Clock.Advance(client.WaitsBetweenAttempts.Should().ContainSingle().Which);

        (await call).MayBeDuplicate.Should().BeTrue();
    }

    [Fact]
    public async Task SendAsync_TheWholeCallRunsOutOfTimeInAnAttempt_NamesTimeout()
    {
        using var client = new ClientUnderTest(options =>
        {
            options.Timeout = TimeSpan.FromSeconds(20);
            options.Retry.Mode = TracklyRetryMode.AtLeastOnce;
        });
        client.Wire.Responds(429, retryAfter: "10").Stalls();
        var call = Start(client);
        client.Clock.Advance(TimeSpan.FromSeconds(10));
        client.Wire.Requests.Should().HaveCount(2);

        client.Clock.Advance(TimeSpan.FromSeconds(10));

        var exception = await GetExceptionAsync(call);
        exception.Message.Should().Contain("No response within Timeout (20 s)");
        exception.Outcome.Should().Be(SendOutcome.Unknown);
        exception.Attempts.Should().HaveCount(2);
        exception.Attempts[1].Duration.Should().Be(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task SendAsync_ATimeoutOfTheOneCall_CountsInsteadOfThatOfTheClient()
    {
        var clock = new TestClock();
        using var wire = new StubHandler().Stalls();
        using var httpClient = new HttpClient(wire) { Timeout = Timeout.InfiniteTimeSpan };
        using var client = new TracklyClient(httpClient, Some.Options(), timeProvider: clock);
        var call = client.SendAsync(Some.Request(), new TracklyRequestOptions { Timeout = TimeSpan.FromSeconds(5) }, TestContext.Current.CancellationToken);

        clock.Advance(TimeSpan.FromSeconds(5));

        (await GetExceptionAsync(call)).Message.Should().Contain("No response within Timeout (5 s)");
    }

    [Fact]
    public async Task SendAsync_BothTimeoutsEndAtOnce_NamesThatOfTheCall()
    {
        using var client = new ClientUnderTest(static options => options.Timeout = options.AttemptTimeout);
        client.Wire.Stalls();
        var call = Start(client);

        client.Clock.Advance(AttemptTimeout);

        (await GetExceptionAsync(call)).Message.Should().Contain("No response within Timeout (15 s)");
    }

    [Fact]
    public async Task SendAsync_ClockStepsPastTheTimeoutBeforeTheFirstAttempt_SendsNothing()
    {
        using var client = new ClientUnderTest();
        client.Wire.Accepts();
        client.Clock.AutoAdvanceAmount = TimeSpan.FromMinutes(2);

        var exception = await GetExceptionAsync(Start(client));

        exception.Message.Should().StartWith("Timeout (60 s) ran out");
        exception.Outcome.Should().Be(SendOutcome.NotSent);
        client.Wire.Requests.Should().BeEmpty("a limit that has passed is not taken for none");
    }

    [Theory]
    [InlineData(500, SendOutcome.Unknown)]
    [InlineData(429, SendOutcome.NotSent)]
    public async Task SendAsync_AWaitThatWouldOutlastTheTimeout_EndsTheCallAtOnceAsTheLastAttemptDid(int status, SendOutcome outcome)
    {
        using var client = new ClientUnderTest(options =>
        {
            options.Timeout = TimeSpan.FromSeconds(20);
            options.Retry.BaseDelay = options.Retry.MaxDelay = TimeSpan.FromDays(1);
        });
        client.Wire.Responds(status).Accepts();

        var exception = (await FluentActions.Awaiting(() => Start(client)).Should().ThrowAsync<TracklyApiException>()).Which;

        exception.StatusCode.Should().HaveValue(status);
        exception.Outcome.Should().Be(outcome);
        exception.Attempts.Should().ContainSingle();
        client.WaitsBetweenAttempts.Should().BeEmpty();
    }

    [Theory]
    [InlineData("19", 15_000, true)]
    [InlineData("20", 15_000, false)]
    [InlineData("20", 500, true)]
    [InlineData("20", 600, true)]
    public async Task SendAsync_AWaitThatLeavesNoTimeForAnAttempt_IsNotStarted(string retryAfter, int attemptTimeout, bool isStarted)
    {
        using var client = new ClientUnderTest(options =>
        {
            options.Timeout = TimeSpan.FromSeconds(20.6);
            options.AttemptTimeout = TimeSpan.FromMilliseconds(attemptTimeout);
        });
        client.Wire.Responds(429, retryAfter: retryAfter).Accepts();

        var call = Start(client);

        client.WaitsBetweenAttempts.Should().HaveCount(isStarted ? 1 : 0);
        if (isStarted)
            return;
        var exception = (await FluentActions.Awaiting(() => call).Should().ThrowAsync<TracklyRateLimitException>()).Which;
        exception.Outcome.Should().Be(SendOutcome.NotSent, "an attempt that is cut off at once could only make it unknown");
        exception.RetryAfter.Should().Be(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task SendAsync_AWaitThatEndsAfterTheTimeout_IsFollowedByNoAttempt()
    {
        using var client = new ClientUnderTest();
        client.Wire.Responds(429, retryAfter: "10").Accepts();
        var call = Start(client);

        // As on a machine that is suspended during the wait.
        client.Clock.AutoAdvanceAmount = TimeSpan.FromMinutes(2);
        client.Clock.Advance(TimeSpan.FromSeconds(10));

        (await FluentActions.Awaiting(() => call).Should().ThrowAsync<TracklyRateLimitException>()).Which.Attempts.Should().ContainSingle();
        client.Wire.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task SendAsync_ATimeoutOfTheHostRunsOut_IsATimeoutAndNotACancellation()
    {
        using var client = new ClientUnderTest();
        var hosts = new TaskCanceledException("HttpClient.Timeout", new TimeoutException());
        client.Wire.Then(readsBody: true, _ => throw hosts);

        var exception = await client.FailAsync<TracklyTimeoutException>();

        exception.Message.Should().Contain("the timeout of a handler around the client");
        exception.InnerException.Should().Be(hosts);
        exception.Outcome.Should().Be(SendOutcome.Unknown);
    }

    [Fact]
    public async Task Message_ProcessOfAnyCulture_WritesSecondsTheSame()
    {
        using var scope = new CultureScope("de-DE");
        using var client = new ClientUnderTest(options => options.AttemptTimeout = TimeSpan.FromMilliseconds(1500));
        client.Wire.Stalls();
        var call = Start(client);

        client.Clock.Advance(TimeSpan.FromMilliseconds(1500));

        (await GetExceptionAsync(call)).Message.Should().Contain("(1.5 s)");
    }

    private static Task<SendResponse> Start(ClientUnderTest client) => client.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

    private static async Task<TracklyTimeoutException> GetExceptionAsync(Task<SendResponse> call) =>
        (await call.Awaiting(started => started).Should().ThrowExactlyAsync<TracklyTimeoutException>()).Which;
}
