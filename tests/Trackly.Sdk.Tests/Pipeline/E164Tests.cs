using Trackly.Sdk.Pipeline.Validation;

namespace Trackly.Sdk.Tests.Pipeline;

/// <summary>What is wrong with a number, without repeating it.</summary>
public sealed class E164Tests
{
    [Theory]
    [InlineData("+1", null)]
    [InlineData("+10", null)]
    [InlineData("+14155551234", null)]
    [InlineData("+123456789012345", null)]
    [InlineData("+1234567890123456", "has more than 15 digits")]
    [InlineData("+", "has no digits")]
    [InlineData("+0", "has a country code that starts with 0")]
    [InlineData("0014155551234", "starts with 00 instead of +")]
    [InlineData("14155551200", "does not start with +")]
    [InlineData("014155551234", "does not start with +")]
    [InlineData("+1/", "has a character that is not a digit")]
    [InlineData("+1:", "has a character that is not a digit")]
    [InlineData("+1 415", "has a character that is not a digit")]
    [InlineData("+1\uFF14", "has a digit that is not one of 0 to 9")]
    [InlineData("+1\u200E", "has the invisible character U+200E")]
    [InlineData("\u0007+1", "has the invisible character U+0007")]
    [InlineData("+1\u007F", "has the invisible character U+007F")]
    public void FindProblem_SaysWhatIsWrong(string number, string? problem) => E164.FindProblem(number).Should().Be(problem);
}
