using Polly;
using Polly.Timeout;
using Trackly.Sdk.Pipeline.Attempts;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Pipeline;

/// <summary>The loop over the attempts, at the moments that a test of a whole client does not meet.</summary>
public sealed class RetryRunnerTests
{
    private readonly TestClock _clock = new();
    private readonly List<(SendAttempt Attempt, TimeSpan Wait)> _retries = [];
    private readonly Call _call;
    private int _attempts;

    public RetryRunnerTests() => _call = Some.Call(_clock, (attempt, wait) => _retries.Add((attempt, wait)));

    [Fact]
    public async Task RunAsync_WithNoTimeLeftToTheMoment_MakesNoAttempt()
    {
        _clock.Advance(_call.Timeout);

        var (last, interruption) = await RunAsync();

        (last, _attempts).Should().Be((null, 0));
        interruption.Should().BeOfType<TimeoutRejectedException>();
    }

    [Fact]
    public async Task RunAsync_WithAMomentLeft_MakesAnAttempt()
    {
        _clock.Advance(_call.Timeout - TimeSpan.FromTicks(1));

        var (last, interruption) = await RunAsync();

        (last!.Number, _attempts, interruption).Should().Be((1, 1, null));
    }

    [Fact]
    public async Task RunAsync_BeforeARetry_TellsTheCallWhichAttemptFailedAndHowLongItWaits()
    {
        var running = RunAsync(maxRetries: 1).AsTask();

        var (attempt, wait) = _retries.Should().ContainSingle().Which;
        attempt.Should().BeSameAs(_call.Attempts[0]);
        wait.Should().BeCloseTo(_clock.Waits.Last().Wait, TimeSpan.FromMilliseconds(1), "a timer counts whole milliseconds");
        _clock.Advance(wait);
        (await running).Last!.Number.Should().Be(2);
    }

    private ValueTask<(Attempt? Last, Exception? Interruption)> RunAsync(int maxRetries = 0) =>
        new RetryRunner(new TracklyRetryOptions { MaxRetryAttempts = maxRetries }, TimeSpan.FromSeconds(15), _clock).RunAsync(_call, (call, _) =>
        {
            _attempts++;
            var attempt = new Attempt(call, Some.Key);
            attempt.SetException(new IOException("reset"));
            attempt.Complete(ranOut: false);
            return new(Outcome.FromResult(attempt));
        });
}
