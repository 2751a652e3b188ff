using System.Reflection;
using Trackly.Sdk.Pipeline.Attempts;
using static Trackly.Sdk.TracklyRetryMode;

namespace Trackly.Sdk.Tests.Pipeline;

/// <summary>One row for each row of the table that docs/guarantee.md promises.</summary>
public sealed class RetryTableTests
{
    [Theory]
    [InlineData(nameof(AttemptResult.Accepted), SendOutcome.Accepted, false, false, false)]
    [InlineData(nameof(AttemptResult.NeverStarted), SendOutcome.NotSent, true, true, true)]
    [InlineData(nameof(AttemptResult.CannotConnect), SendOutcome.NotSent, false, false, false)]
    [InlineData(nameof(AttemptResult.NotProcessed), SendOutcome.NotSent, true, true, true)]
    [InlineData(nameof(AttemptResult.ServerError), SendOutcome.Unknown, false, true, true)]
    [InlineData(nameof(AttemptResult.ResponseLost), SendOutcome.Unknown, false, false, true)]
    [InlineData(nameof(AttemptResult.UnreadableResponse), SendOutcome.Unknown, false, false, false)]
    [InlineData(nameof(AttemptResult.Rejected), SendOutcome.Rejected, false, false, false)]
    [InlineData(nameof(AttemptResult.CanceledBeforeBody), SendOutcome.NotSent, false, false, false)]
    [InlineData(nameof(AttemptResult.CanceledAfterBody), SendOutcome.Unknown, false, false, false)]
    public void Table_OfARequestThatIsUnsafeToRepeat(string result, SendOutcome outcome, bool atMostOnce, bool standard, bool atLeastOnce)
    {
        var row = Enum.Parse<AttemptResult>(result);

        RetryTable.GetOutcome(row).Should().Be(outcome);
        new[] { AtMostOnce, Standard, AtLeastOnce }.Select(mode => RetryTable.PermitsRetry(mode, RepeatSafety.Unsafe, row))
            .Should().Equal(atMostOnce, standard, atLeastOnce);
    }

    [Fact]
    public void Table_EveryResult_HasItsRow() =>
        typeof(RetryTableTests).GetMethod(nameof(Table_OfARequestThatIsUnsafeToRepeat))!.GetCustomAttributes<InlineDataAttribute>()
            .Select(static row => (string)row.Data[0]!).Should().BeEquivalentTo(Enum.GetNames<AttemptResult>());

    [Fact]
    public void Table_OfARequestThatIsSafeToRepeat_AddsServerErrorsAndLostResponsesInEveryMode()
    {
        foreach (var mode in Enum.GetValues<TracklyRetryMode>())
        {
            Enum.GetValues<AttemptResult>().Where(result => RetryTable.PermitsRetry(mode, RepeatSafety.Safe, result)).Should().BeEquivalentTo(
                [AttemptResult.NeverStarted, AttemptResult.NotProcessed, AttemptResult.ServerError, AttemptResult.ResponseLost]);
        }
    }
}
