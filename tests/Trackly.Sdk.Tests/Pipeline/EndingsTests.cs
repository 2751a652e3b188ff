using System.Net;
using Trackly.Sdk.Pipeline.Wire;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Pipeline;

/// <summary>Calls that do not end by themselves: the client is disposed, or a handler never comes back.</summary>
public sealed class EndingsTests
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, SendOutcome.Unknown)]
    [InlineData(false, SendOutcome.NotSent)]
    public async Task Dispose_WhileAnAttemptIsInProgress_EndsTheCallAndSaysWhatBecameOfTheMessage(bool readsBody, SendOutcome outcome)
    {
        using var stuck = new StuckHandler(readsBody);
        using var httpClient = new HttpClient(stuck);
        var client = new TracklyClient(httpClient, Some.Options());
        var call = client.SendAsync(Some.Request(), Canceled);
        await stuck.Started;

        client.Dispose();

        var exception = (await call.Awaiting(static call => call).Should().ThrowExactlyAsync<TracklyConnectionException>()).Which;
        exception.Outcome.Should().Be(outcome);
        exception.Message.Should().StartWith("The client was disposed during the call.");
        exception.Attempts.Should().ContainSingle().Which.Failure.Should().Be(SendFailure.Disposed);
    }

    [Fact]
    public async Task Dispose_WhileTheCallWaitsForTheNextAttempt_EndsIt()
    {
        using var wire = new StubHandler().Responds(429, retryAfter: "20");
        using var httpClient = new HttpClient(wire);
        var client = new TracklyClient(httpClient, Some.Options(), timeProvider: new TestClock());
        var call = client.SendAsync(Some.Request(), Canceled);
        call.IsCompleted.Should().BeFalse();

        client.Dispose();

        var exception = (await call.Awaiting(static call => call).Should().ThrowExactlyAsync<TracklyConnectionException>()).Which;
        exception.Outcome.Should().Be(SendOutcome.NotSent);
        exception.Message.Should().Be("The client was disposed during the call. Nothing is queued: the same request may be sent again.");
        wire.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task HandlerThatIgnoresItsToken_DoesNotHoldTheCallerPastTheTimeout()
    {
        var clock = new TestClock();
        using var stuck = new StuckHandler(readsBody: true);
        using var httpClient = new HttpClient(stuck) { Timeout = Timeout.InfiniteTimeSpan };
        using var client = new TracklyClient(httpClient, Some.Options(static options => options.Retry.Mode = TracklyRetryMode.AtMostOnce), timeProvider: clock);
        var call = client.SendAsync(Some.Request(), Canceled);
        await stuck.Started;

        clock.Advance(TimeSpan.FromSeconds(15));

        var exception = (await call.Awaiting(static call => call).Should().ThrowExactlyAsync<TracklyTimeoutException>()).Which;
        exception.Outcome.Should().Be(SendOutcome.Unknown);
        exception.InnerException.Should().BeAssignableTo<OperationCanceledException>();
    }

    [Theory]
    [InlineData("http://127.0.0.1:5000/api/", false)]
    [InlineData("http://localhost:5000/api/", false)]
    [InlineData("https://app.tracklysms.com/api/", true)]
    public void LoopbackAddress_NeverUsesAProxy(string address, bool usesProxy)
    {
        var proxy = new LoopbackProxy(new WebProxy("http://proxy.test:3128"));

        proxy.IsBypassed(new Uri(address)).Should().Be(!usesProxy);
        proxy.GetProxy(new Uri(address)).Should().Be(usesProxy ? new Uri("http://proxy.test:3128") : new Uri(address));
    }

    /// <summary>Never comes back, whatever its token says.</summary>
    private sealed class StuckHandler(bool readsBody) : HttpMessageHandler
    {
        private readonly TaskCompletionSource<bool> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Started => _started.Task;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (readsBody)
                await request.Content!.CopyToAsync(Stream.Null, CancellationToken.None);
            _started.SetResult(true);
            return await new TaskCompletionSource<HttpResponseMessage>().Task;
        }
    }
}
