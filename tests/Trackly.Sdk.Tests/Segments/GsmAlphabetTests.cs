namespace Trackly.Sdk.Tests.Segments;

/// <summary>Which characters GSM-7 contains, and which count as two.</summary>
public sealed class GsmAlphabetTests
{
    public static TheoryData<int> BasicCodes => [.. Enumerable.Range(0, 128).Where(static code => code != GsmTables.Escape)];

    public static TheoryData<int> ExtensionCodes => [.. GsmTables.Extension.Keys];

    [Fact]
    public void Tables_AreWhole() => GsmTables.Basic.Distinct().Should().HaveCount(128);

    [Theory]
    [MemberData(nameof(BasicCodes))]
    public void Measure_CharacterOfTheDefaultAlphabet_TakesOneSeptet(int code) => Measured(GsmTables.Basic[code]).Should().Be((SmsEncoding.Gsm7, 1));

    [Theory]
    [MemberData(nameof(ExtensionCodes))]
    public void Measure_CharacterOfTheExtensionTable_TakesTwoSeptets(int code) => Measured(GsmTables.Extension[code]).Should().Be((SmsEncoding.Gsm7, 2));

    [Theory]
    [InlineData("`")]
    [InlineData("\t")]
    [InlineData("\0")]
    [InlineData("\u001B")] // the escape itself is no character
    [InlineData("\u007F")]
    [InlineData("\u00A0")] // a space that must not break
    [InlineData("ç")] // the capital is in the alphabet, the small one is not
    [InlineData("á")]
    [InlineData("Α")] // Greek capital alpha, which is not A
    [InlineData("\u2126")] // the ohm sign, which is not Ω
    [InlineData("’")]
    [InlineData("–")]
    [InlineData("—")]
    [InlineData("…")]
    [InlineData("e\u0301")] // é in two code points
    public void Measure_CharacterThatLooksLikeOne_ForcesUcs2(string text) => SmsSegments.Measure(text).Encoding.Should().Be(SmsEncoding.Ucs2);

    [Fact]
    public void Measure_EveryCharacterThereIs_IsAsInTheTables()
    {
        var wrong = Enumerable.Range(0, char.MaxValue + 1).Select(static code => (char)code).Where(static character => Measured(character) !=
            (GsmTables.FindSeptets(character) is { } septets ? (SmsEncoding.Gsm7, septets.Length) : (SmsEncoding.Ucs2, 1)));

        wrong.Should().BeEmpty();
    }

    private static (SmsEncoding Encoding, int Units) Measured(char character)
    {
        var measured = SmsSegments.Measure(character.ToString());
        return (measured.Encoding, measured.Units);
    }
}
