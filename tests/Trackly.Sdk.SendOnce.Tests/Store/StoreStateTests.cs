using Trackly.Sdk.SendOnce.Store;

namespace Trackly.Sdk.SendOnce.Tests.Store;

public sealed class StoreStateTests
{
    [Theory]
    [InlineData(SendOnceOutcome.NotSent, "not_sent")]
    [InlineData(SendOnceOutcome.Rejected, "rejected")]
    [InlineData(SendOnceOutcome.Accepted, "accepted")]
    [InlineData(SendOnceOutcome.InProgress, "sending")]
    [InlineData(SendOnceOutcome.Unknown, "unknown")]
    public void AState_IsWrittenAndReadByItsName(SendOnceOutcome outcome, string name)
    {
        StoreState.Format(outcome).Should().Be(name);
        StoreState.Parse(name).Should().Be(outcome);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Accepted")]
    [InlineData("notsent")]
    public void Parse_AnyOtherName_IsUnknown(string name) => StoreState.Parse(name).Should().Be(SendOnceOutcome.Unknown);
}
