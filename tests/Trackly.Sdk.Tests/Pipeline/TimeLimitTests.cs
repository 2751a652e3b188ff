using Trackly.Sdk.Pipeline;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Pipeline;

public sealed class TimeLimitTests
{
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(15);

    private readonly TestClock _clock = new();

    [Fact]
    public void Token_TheTimeHasPassed_IsCancelled()
    {
        using var limit = new TimeLimit(Time, _clock, CancellationToken.None);

        _clock.Advance(Time - TimeSpan.FromTicks(1));
        limit.Token.IsCancellationRequested.Should().BeFalse();
        _clock.Advance(TimeSpan.FromTicks(1));

        limit.Token.IsCancellationRequested.Should().BeTrue();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Token_TheOtherIsCancelled_IsCancelledToo(bool isOnTheSystemsClock)
    {
        using var other = new CancellationTokenSource();
        using var limit = new TimeLimit(Time, isOnTheSystemsClock ? TimeProvider.System : _clock, other.Token);

        other.Cancel();

        limit.Token.IsCancellationRequested.Should().BeTrue();
    }

    [Fact]
    public void Dispose_TheOtherIsCancelledLater_DoesNotReachTheNextLimit()
    {
        using var other = new CancellationTokenSource();
        new TimeLimit(Time, TimeProvider.System, other.Token).Dispose();
        var next = Enumerable.Range(0, 100).Select(static _ => new TimeLimit(Time, TimeProvider.System, CancellationToken.None)).ToList();

        other.Cancel();

        next.Should().OnlyContain(limit => !limit.Token.IsCancellationRequested);
        next.ForEach(static limit => limit.Dispose());
    }

    [Fact]
    public void Dispose_AfterACancellation_LeavesNoCancelledTokenForTheNext()
    {
        using var other = new CancellationTokenSource();
        other.Cancel();

        for (var i = 0; i < 100; i++)
            new TimeLimit(Time, TimeProvider.System, other.Token).Dispose();

        using var next = new TimeLimit(Time, TimeProvider.System, CancellationToken.None);
        next.Token.IsCancellationRequested.Should().BeFalse();
    }
}
