using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Pipeline;

/// <summary>A caller that blocks its thread, as a desktop application may, must not stop its own call: the SDK never resumes on the caller's context.</summary>
public sealed class CallersContextTests
{
    [Fact]
    public async Task SendAsync_OverSeveralAttempts_NeverResumesOnTheContextOfTheCaller()
    {
        using var client = new ClientUnderTest();
        client.Wire.Responds(429, retryAfter: "5").Accepts();
        var (before, context) = (SynchronizationContext.Current, new CountingContext());
        Task<SendResponse> call;
        try
        {
            SynchronizationContext.SetSynchronizationContext(context);
            call = client.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }

        client.Clock.Advance(TimeSpan.FromSeconds(5));

        (await call).Attempts.Should().HaveCount(2);
        context.Posts.Should().Be(0);
    }

    private sealed class CountingContext : SynchronizationContext
    {
        private int _posts;

        public int Posts => Volatile.Read(ref _posts);

        public override void Post(SendOrPostCallback d, object? state)
        {
            Interlocked.Increment(ref _posts);
            base.Post(d, state);
        }
    }
}
