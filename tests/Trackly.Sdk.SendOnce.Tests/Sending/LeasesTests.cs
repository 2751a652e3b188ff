using Trackly.Sdk.SendOnce.Sending;

namespace Trackly.Sdk.SendOnce.Tests.Sending;

public sealed class LeasesTests
{
    [Theory]
    [InlineData(SendOnceOutcome.InProgress, 1, false)]
    [InlineData(SendOnceOutcome.InProgress, 0, true)]
    [InlineData(SendOnceOutcome.InProgress, -1, true)]
    [InlineData(SendOnceOutcome.InProgress, null, false)]
    [InlineData(SendOnceOutcome.Accepted, -1, false)]
    public void HasEnded_OnlyOfAKeyThatIsBeingSent_WhenNothingIsLeft(SendOnceOutcome outcome, int? leftMilliseconds, bool hasEnded) => Leases.HasEnded(new SendOnceEntry
    {
        Key = "order-1",
        Outcome = outcome,
        Fingerprint = "",
        Owner = "",
        LeaseRemaining = leftMilliseconds is { } left ? TimeSpan.FromMilliseconds(left) : null,
    }).Should().Be(hasEnded);
}
