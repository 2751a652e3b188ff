namespace Trackly.Sdk.Wolverine.Tests;

public sealed class SendSmsDelayTests
{
    private static readonly SendSmsOptions Options = new();

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 10)]
    [InlineData(4, 40)]
    [InlineData(8, 600)]
    [InlineData(1000, 600)]
    public void Delay_DoublesUpToItsMaximum(int notSentCount, int seconds) =>
        SendSmsDelay.Compute(Options, notSentCount, retryAfter: null, random: 1).Should().Be(TimeSpan.FromSeconds(seconds));

    [Fact]
    public void Delay_IsSpreadOverHalfOfTheWait() =>
        SendSmsDelay.Compute(Options, 1, retryAfter: null, random: 0).Should().Be(TimeSpan.FromSeconds(2.5));

    [Theory]
    [InlineData(2, 5)]
    [InlineData(3600, 3600)]
    public void Delay_IsNeverShorterThanTracklyAsksFor(int asked, int seconds) =>
        SendSmsDelay.Compute(Options, 1, TimeSpan.FromSeconds(asked), random: 1).Should().Be(TimeSpan.FromSeconds(seconds));

    [Fact]
    public void Delay_OutlastsTheLeaseOfAnotherCall() =>
        SendSmsDelay.ComputeForLease(TimeSpan.FromSeconds(90)).Should().Be(TimeSpan.FromSeconds(91));
}
