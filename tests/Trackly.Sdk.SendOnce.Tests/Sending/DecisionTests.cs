using Trackly.Sdk.SendOnce.Sending;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.SendOnce.Tests.Sending;

/// <summary>What a person or a webhook may decide, and what they are told when they may not.</summary>
public sealed class DecisionTests
{
    [Theory]
    [InlineData(SendOnceOutcome.Accepted, null)]
    [InlineData(SendOnceOutcome.Accepted, "AbC12345")]
    [InlineData(SendOnceOutcome.Rejected, null)]
    [InlineData(SendOnceOutcome.NotSent, null)]
    public void Check_ADecision_IsTaken(SendOnceOutcome outcome, string? messageId) => FluentActions.Invoking(() => Decision.Check(outcome, messageId)).Should().NotThrow();

    [Theory]
    [InlineData(SendOnceOutcome.Unknown, "Unknown")]
    [InlineData(SendOnceOutcome.InProgress, "InProgress")]
    [InlineData((SendOnceOutcome)9, "9")]
    public void Check_AnOutcomeThatDecidesNothing_IsRefused(SendOnceOutcome outcome, string name) =>
        Refuse(outcome, messageId: null, $"The outcome {name} is no decision. Use Accepted, Rejected or NotSent.*", nameof(outcome));

    [Theory]
    [InlineData(SendOnceOutcome.Rejected)]
    [InlineData(SendOnceOutcome.NotSent)]
    public void Check_AMessageIdOfWhatIsNotAccepted_IsRefused(SendOnceOutcome outcome) =>
        Refuse(outcome, "AbC12345", $"A message that is {outcome} has no message id. Leave messageId null.*", "messageId");

    [Theory]
    [InlineData("", 1)]
    [InlineData(" ", 1)]
    [InlineData("a\n", 1)]
    [InlineData("😀", 1)]
    [InlineData("a", 201)]
    public void Check_AMessageIdThatNoRowKeeps_IsRefused(string part, int times) => Refuse(
        SendOnceOutcome.Accepted, string.Concat(Enumerable.Repeat(part, times)),
        "The message id is empty, longer than 200 characters, or has control characters or surrogates. Use Trackly's id, or null.*", "messageId");

    [Fact]
    public void Check_AMessageIdOf200Characters_IsTaken() =>
        FluentActions.Invoking(static () => Decision.Check(SendOnceOutcome.Accepted, new string('a', 200))).Should().NotThrow();

    [Fact]
    public void Explain_SaysWhyTheKeyCannotBeResolved()
    {
        Decision.Explain(null).Should().Be("There is no such key. Only a key that was sent can be resolved.");
        Decision.Explain(Create(SendOnceOutcome.Accepted)).Should().Be("The key is Accepted. Only an unknown key can be resolved, and a rejected one to NotSent.");
        Decision.Explain(Create(SendOnceOutcome.InProgress) with { LeaseRemaining = TimeSpan.FromSeconds(12.34) }).Should().Be(
            "A call is sending this key; its lease ends in 12.3 s. Resolve it then, if it is unknown.");
    }

    [Fact]
    public void Explain_ProcessOfAnyCulture_WritesSecondsTheSame()
    {
        using var scope = new CultureScope("de-DE");

        Decision.Explain(Create(SendOnceOutcome.InProgress) with { LeaseRemaining = TimeSpan.FromSeconds(1.5) }).Should().Contain("1.5 s");
    }

    private static SendOnceEntry Create(SendOnceOutcome outcome) => new() { Key = "order-1", Outcome = outcome, Fingerprint = "", Owner = "" };

    private static void Refuse(SendOnceOutcome outcome, string? messageId, string message, string parameter) =>
        FluentActions.Invoking(() => Decision.Check(outcome, messageId)).Should().Throw<ArgumentException>().WithMessage(message).WithParameterName(parameter);
}
