using System.Text;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Pipeline;

/// <summary>The caller cancels: the call ends at once, with the caller's token, and reports whether the body had started.</summary>
public sealed class CancellationTests
{
    [Fact]
    public async Task SendAsync_CanceledBefore_SendsNothing()
    {
        using var client = new ClientUnderTest();
        client.Wire.Accepts();
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        var exception = await GetCancellationAsync(client.StartAsync(cancellationToken: source.Token), source.Token);

        exception.Outcome.Should().Be(SendOutcome.NotSent);
        exception.Attempts.Should().BeEmpty();
        client.Wire.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task SendAsync_CanceledBeforeAndInvalid_ReportsTheErrors()
    {
        using var client = new ClientUnderTest();

        var send = () => client.StartAsync(Some.Request() with { To = "" }, new CancellationToken(canceled: true));

        await send.Should().ThrowExactlyAsync<TracklyValidationException>();
    }

    [Theory]
    [InlineData(429, SendOutcome.NotSent)]
    [InlineData(500, SendOutcome.Unknown)]
    public async Task SendAsync_CanceledInAWait_EndsAtOnce(int status, SendOutcome outcome)
    {
        using var client = new ClientUnderTest();
        client.Wire.Responds(status, retryAfter: "20").Accepts();
        using var source = new CancellationTokenSource();
        var call = client.StartAsync(cancellationToken: source.Token);

        await source.CancelAsync();

        var exception = await GetCancellationAsync(call, source.Token);
        exception.Outcome.Should().Be(outcome);
        exception.Attempts.Should().ContainSingle().Which.Outcome.Should().Be(outcome);
        client.Wire.Requests.Should().ContainSingle();
    }

    [Theory]
    [InlineData(false, SendOutcome.NotSent, AttemptProgress.NeverStarted)]
    [InlineData(true, SendOutcome.Unknown, AttemptProgress.BodyStarted)]
    public async Task SendAsync_CanceledInAnAttempt_SaysWhetherTheBodyHadStarted(bool bodyStarted, SendOutcome outcome, AttemptProgress progress)
    {
        using var client = new ClientUnderTest(options => options.Retry.Mode = TracklyRetryMode.AtLeastOnce);
        client.Wire.Stalls(bodyStarted).Accepts();
        using var source = new CancellationTokenSource();
        var call = client.StartAsync(cancellationToken: source.Token);

        await source.CancelAsync();

        var exception = await GetCancellationAsync(call, source.Token);
        exception.Outcome.Should().Be(outcome);
        exception.Attempts.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Progress = progress, Failure = SendFailure.Canceled, Outcome = outcome });
        client.Wire.Requests.Should().ContainSingle("a canceled call is never retried");
    }

    [Fact]
    public async Task SendAsync_CanceledAfterAnUnknownAttempt_StaysUnknown()
    {
        using var client = new ClientUnderTest();
        client.Wire.Responds(500, retryAfter: "5").Stalls(readsBody: false);
        using var source = new CancellationTokenSource();
        var call = client.StartAsync(cancellationToken: source.Token);
        client.Clock.Advance(TimeSpan.FromSeconds(5));
        client.Wire.Requests.Should().HaveCount(2);

        await source.CancelAsync();

        (await GetCancellationAsync(call, source.Token)).Outcome.Should().Be(SendOutcome.Unknown);
    }

    [Fact]
    public async Task SendAsync_CanceledOnceAnErrorHasArrived_IsACancellation()
    {
        using var source = new CancellationTokenSource();
        using var client = new ClientUnderTest();
        client.Wire.Responds(429, () => new StreamContent(new CancelingStream(source, "{}"))).Accepts();

        (await GetCancellationAsync(client.StartAsync(cancellationToken: source.Token), source.Token)).Outcome.Should().Be(SendOutcome.NotSent);
        client.Wire.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task SendAsync_CanceledOnceTheAcceptanceHasArrived_IsAccepted()
    {
        using var source = new CancellationTokenSource();
        using var client = new ClientUnderTest();
        client.Wire.Responds(200, () => new StreamContent(new CancelingStream(source, Some.QueuedJson)));

        (await client.StartAsync(cancellationToken: source.Token)).MessageId.Should().Be("a1b2c3d4");
        source.IsCancellationRequested.Should().BeTrue();
    }

    [Fact]
    public async Task SendAsync_CanceledWhileTheAcceptanceArrives_IsUnknown()
    {
        using var source = new CancellationTokenSource();
        using var client = new ClientUnderTest();
        client.Wire.Responds(200, () =>
        {
            source.Cancel();
            return new StringContent(Some.QueuedJson);
        });

        (await GetCancellationAsync(client.StartAsync(cancellationToken: source.Token), source.Token)).Outcome.Should().Be(SendOutcome.Unknown);
    }

    [Fact]
    public async Task SendAsync_Canceled_IsCaughtAsAnyOtherCancellation()
    {
        using var client = new ClientUnderTest();
        client.Wire.Stalls();
        using var source = new CancellationTokenSource();
        var call = client.StartAsync(cancellationToken: source.Token);
        await source.CancelAsync();
        var caught = false;

        try
        {
            await call;
        }
        catch (OperationCanceledException exception) when (exception.CancellationToken == source.Token)
        {
            caught = true;
        }

        caught.Should().BeTrue();
    }

    [Fact]
    public async Task SendAsync_Canceled_IsCaughtAsTheCancellationOfATask()
    {
        using var client = new ClientUnderTest();
        client.Wire.Stalls();
        using var source = new CancellationTokenSource();
        var call = client.StartAsync(cancellationToken: source.Token);
        await source.CancelAsync();

        call.IsCanceled.Should().BeTrue();
        (await call.Awaiting(static call => call).Should().ThrowAsync<TaskCanceledException>()).Which.Should().BeOfType<TracklyCanceledException>();
    }

    [Fact]
    public async Task Wait_OfACanceledCall_LosesTheOutcome_AndGetResultHasIt()
    {
        using var client = new ClientUnderTest();
        client.Wire.Stalls();
        using var source = new CancellationTokenSource();
        var call = client.StartAsync(cancellationToken: source.Token);
        await source.CancelAsync();

        FluentActions.Invoking(() => Wait(call)).Should().Throw<AggregateException>().Which.InnerException.Should().BeOfType<TaskCanceledException>("the runtime makes one of its own");
        FluentActions.Invoking(() => GetResult(call)).Should().ThrowExactly<TracklyCanceledException>("also after Wait").Which.Outcome.Should().Be(SendOutcome.Unknown);
    }

    private static void Wait(Task call) => call.Wait(CancellationToken.None);

    private static SendResponse GetResult(Task<SendResponse> call) => call.GetAwaiter().GetResult();

    private static async Task<TracklyCanceledException> GetCancellationAsync(Task<SendResponse> call, CancellationToken token)
    {
        var exception = (await call.Awaiting(started => started).Should().ThrowExactlyAsync<TracklyCanceledException>()).Which;
        exception.CancellationToken.Should().Be(token);
        return exception;
    }

    /// <summary>Cancels when the last byte has been read.</summary>
    private sealed class CancelingStream(CancellationTokenSource source, string text) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            var read = Read(buffer, offset, count);
            if (read == 0)
                source.Cancel();
            return Task.FromResult(read);
        }

#if NET
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = Read(buffer.Span);
            if (read == 0)
                source.Cancel();
            return new ValueTask<int>(read);
        }
#endif
    }
}
