using Trackly.Sdk.Pipeline.Json;

namespace Trackly.Sdk.Tests.Pipeline;

/// <summary>Strings without a visible character, and strings that UTF-8 cannot encode.</summary>
public sealed class TextRulesTests
{
    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData(" \t\u00A0", true)]
    [InlineData("\u200B", true)]
    [InlineData("\u2800", true)]
    [InlineData(" \u3164 ", true)]
    [InlineData(" .", false)]
    [InlineData("\u200Ba", false)]
    public void IsBlank_IsTrueWhenNothingIsVisible(string? text, bool isBlank) => TextRules.IsBlank(text).Should().Be(isBlank);

    [Theory]
    [InlineData(new char[0], false)]
    [InlineData(new[] { 'a' }, false)]
    [InlineData(new[] { '\uD83D', '\uDE00' }, false)]
    [InlineData(new[] { 'a', '\uD83D', '\uDE00', 'b', '\uD83D', '\uDE00', 'c' }, false)]
    [InlineData(new[] { '\uD83D' }, true)]
    [InlineData(new[] { '\uDE00' }, true)]
    [InlineData(new[] { '\uDE00', '\uD83D' }, true)]
    [InlineData(new[] { '\uD83D', 'a' }, true)]
    [InlineData(new[] { '\uD83D', '\uD83D', '\uDE00' }, true)]
    [InlineData(new[] { 'a', '\uD83D', '\uDE00', '\uD83D' }, true)]
    [InlineData(new[] { 'a', '\uD83D', '\uDE00', '\uDE00', 'b' }, true)]
    public void HasLoneSurrogate_IsTrueWhenASurrogateHasNoPartner(char[] text, bool hasOne) => TextRules.HasLoneSurrogate(new string(text)).Should().Be(hasOne);
}
