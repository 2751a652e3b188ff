using Trackly.Sdk.Pipeline;
using static Trackly.Sdk.TracklyRetryMode;

namespace Trackly.Sdk.Tests.Pipeline;

/// <summary>One row per cell of the table that the guarantee promises.</summary>
public sealed class RetryTableTests
{
    [Theory]
    [InlineData(nameof(AttemptEnd.NeverStarted), AtMostOnce, true)]
    [InlineData(nameof(AttemptEnd.NeverStarted), Standard, true)]
    [InlineData(nameof(AttemptEnd.NeverStarted), AtLeastOnce, true)]
    [InlineData(nameof(AttemptEnd.ToldToComeBack), AtMostOnce, true)]
    [InlineData(nameof(AttemptEnd.ToldToComeBack), Standard, true)]
    [InlineData(nameof(AttemptEnd.ToldToComeBack), AtLeastOnce, true)]
    [InlineData(nameof(AttemptEnd.ServerFailed), AtMostOnce, false)]
    [InlineData(nameof(AttemptEnd.ServerFailed), Standard, true)]
    [InlineData(nameof(AttemptEnd.ServerFailed), AtLeastOnce, true)]
    [InlineData(nameof(AttemptEnd.AnswerLost), AtMostOnce, false)]
    [InlineData(nameof(AttemptEnd.AnswerLost), Standard, false)]
    [InlineData(nameof(AttemptEnd.AnswerLost), AtLeastOnce, true)]
    [InlineData(nameof(AttemptEnd.Unreadable), AtMostOnce, false)]
    [InlineData(nameof(AttemptEnd.Unreadable), Standard, false)]
    [InlineData(nameof(AttemptEnd.Unreadable), AtLeastOnce, false)]
    [InlineData(nameof(AttemptEnd.Refused), AtMostOnce, false)]
    [InlineData(nameof(AttemptEnd.Refused), Standard, false)]
    [InlineData(nameof(AttemptEnd.Refused), AtLeastOnce, false)]
    [InlineData(nameof(AttemptEnd.CanceledBeforeBody), AtMostOnce, false)]
    [InlineData(nameof(AttemptEnd.CanceledBeforeBody), Standard, false)]
    [InlineData(nameof(AttemptEnd.CanceledBeforeBody), AtLeastOnce, false)]
    [InlineData(nameof(AttemptEnd.CanceledAfterBody), AtMostOnce, false)]
    [InlineData(nameof(AttemptEnd.CanceledAfterBody), Standard, false)]
    [InlineData(nameof(AttemptEnd.CanceledAfterBody), AtLeastOnce, false)]
    [InlineData(nameof(AttemptEnd.Accepted), AtMostOnce, false)]
    [InlineData(nameof(AttemptEnd.Accepted), Standard, false)]
    [InlineData(nameof(AttemptEnd.Accepted), AtLeastOnce, false)]
    public void Permits_WhatHappenedInAMode_IsTheCellOfTheTable(string end, TracklyRetryMode mode, bool permitted) =>
        RetryTable.Permits(mode, Enum.Parse<AttemptEnd>(end)).Should().Be(permitted);

    [Theory]
    [InlineData(nameof(AttemptEnd.Accepted), SendOutcome.Accepted)]
    [InlineData(nameof(AttemptEnd.NeverStarted), SendOutcome.NotSent)]
    [InlineData(nameof(AttemptEnd.ToldToComeBack), SendOutcome.NotSent)]
    [InlineData(nameof(AttemptEnd.ServerFailed), SendOutcome.Unknown)]
    [InlineData(nameof(AttemptEnd.AnswerLost), SendOutcome.Unknown)]
    [InlineData(nameof(AttemptEnd.Unreadable), SendOutcome.Unknown)]
    [InlineData(nameof(AttemptEnd.Refused), SendOutcome.Rejected)]
    [InlineData(nameof(AttemptEnd.CanceledBeforeBody), SendOutcome.NotSent)]
    [InlineData(nameof(AttemptEnd.CanceledAfterBody), SendOutcome.Unknown)]
    public void OutcomeOf_WhatHappened_IsTheCellOfTheTable(string end, SendOutcome outcome) =>
        RetryTable.OutcomeOf(Enum.Parse<AttemptEnd>(end)).Should().Be(outcome);

    [Fact]
    public void Table_EveryEnd_HasItsRowsHere()
    {
        static IEnumerable<string> RowsOf(string theory) => typeof(RetryTableTests).GetMethod(theory)!.GetCustomAttributesData()
            .Where(attribute => attribute.AttributeType == typeof(InlineDataAttribute))
            .Select(attribute => (string)((IReadOnlyList<System.Reflection.CustomAttributeTypedArgument>)attribute.ConstructorArguments[0].Value!)[0].Value!);

        RowsOf(nameof(OutcomeOf_WhatHappened_IsTheCellOfTheTable)).Should().BeEquivalentTo(Enum.GetNames<AttemptEnd>());
        RowsOf(nameof(Permits_WhatHappenedInAMode_IsTheCellOfTheTable)).Distinct().Should().BeEquivalentTo(Enum.GetNames<AttemptEnd>());
    }

    [Theory]
    [InlineData(408, 408, nameof(AttemptEnd.ToldToComeBack))]
    [InlineData(425, 425, nameof(AttemptEnd.ToldToComeBack))]
    [InlineData(429, 429, nameof(AttemptEnd.ToldToComeBack))]
    [InlineData(500, 599, nameof(AttemptEnd.ServerFailed))]
    [InlineData(300, 407, nameof(AttemptEnd.Refused))]
    [InlineData(409, 424, nameof(AttemptEnd.Refused))]
    [InlineData(426, 428, nameof(AttemptEnd.Refused))]
    [InlineData(430, 499, nameof(AttemptEnd.Refused))]
    [InlineData(0, 199, nameof(AttemptEnd.Unreadable))]
    [InlineData(600, 999, nameof(AttemptEnd.Unreadable))]
    public void EndOf_Status_IsTheRowOfTheTable(int first, int last, string end) =>
        Enumerable.Range(first, last - first + 1).Select(status => RetryTable.EndOf(status, hasRetryAfter: false)).Distinct()
            .Should().Equal(Enum.Parse<AttemptEnd>(end));

    [Fact]
    public void EndOf_RetryAfter_MattersFor503Alone()
    {
        var changed = Enumerable.Range(0, 1000)
            .Where(status => RetryTable.EndOf(status, hasRetryAfter: true) != RetryTable.EndOf(status, hasRetryAfter: false));

        changed.Should().Equal(503);
        RetryTable.EndOf(503, hasRetryAfter: true).Should().Be(AttemptEnd.ToldToComeBack);
    }
}
