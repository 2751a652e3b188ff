namespace Trackly.Sdk.Tests.Segments;

/// <summary>Properties that hold for every text, tested on thousands. The shortest text that violates one is shown.</summary>
public sealed class SmsSegmentsPropertyTests
{
    private static readonly string[] Texts = [.. DrawnTexts.Draw(4000)];

    [Fact]
    public void Texts_AreOfEveryKind()
    {
        var measured = Texts.Select(SmsSegments.Measure).ToList();

        measured.Where(static text => text.Encoding == SmsEncoding.Gsm7).Select(static text => text.Segments).Distinct().Should().HaveCountGreaterThan(5);
        measured.Where(static text => text.Encoding == SmsEncoding.Ucs2).Select(static text => text.Segments).Distinct().Should().HaveCountGreaterThan(5);
        measured.Count(static text => text.Segments > Math.Ceiling((double)text.Units / text.UnitsPerSegment)).Should().BeGreaterThan(50, "a border hits a character");
        Texts.Should().Contain("").And.Contain(static text => text.Contains('\uFFFD') || HasHalfAPair(text));
        DrawnTexts.Draw(4000).Should().Equal(Texts);
    }

    [Fact]
    public void Split_PartsFit_AndAPhonePutsThemTogetherAgain() => EachText(static text =>
    {
        var split = new BruteForceSplitter(text);
        return split.Joined == text && split.Parts.All(part => part.Length <= split.UnitsPerSegment);
    });

    [Fact]
    public void Measure_IsWhatABruteForceSplitterFinds() => EachText(static text =>
    {
        var (measured, split) = (SmsSegments.Measure(text), new BruteForceSplitter(text));
        return (measured.Encoding == SmsEncoding.Gsm7, measured.Segments, measured.Units, measured.UnitsPerSegment)
            == (split.IsGsm7, split.Parts.Count, split.Units, split.UnitsPerSegment);
    });

    [Fact]
    public void UnitsLeft_IsHowMuchMayBeAdded() => EachText(static text =>
    {
        var measured = SmsSegments.Measure(text);
        var full = text + new string('a', measured.UnitsLeft);
        return SmsSegments.Measure(full).Segments == measured.Segments && SmsSegments.Measure(full + "a").Segments == measured.Segments + 1;
    });

    [Fact]
    public void ForcedUnicode_IsEveryCharacterThatIsNotInTheTables() => EachText(static text =>
    {
        var expected = GetRunes(text).Where(static rune => rune.Value > char.MaxValue || GsmTables.FindSeptets((char)rune.Value) is null)
            .GroupBy(static rune => rune.Value)
            .Select(static rune => new SmsUnicodeCharacter
            {
                Character = char.ConvertFromUtf32(rune.Key),
                CodePoint = rune.Key,
                Occurrences = rune.Count(),
                FirstIndex = rune.Min(static found => found.Index),
            });
        return SmsSegments.Measure(text).ForcedUnicode.SequenceEqual(expected);
    });

    [Fact]
    public void Measure_Twice_IsEqual() => EachText(static text =>
        SmsSegments.Measure(text).Equals(SmsSegments.Measure(text)) && SmsSegments.Measure(text).GetHashCode() == SmsSegments.Measure(text).GetHashCode());

    private static void EachText(Func<string, bool> holds) =>
        Texts.Where(text => !holds(text)).OrderBy(static text => text.Length).Select(static text => string.Join(" ", text.Select(static unit => $"{(int)unit:X4}")))
            .FirstOrDefault().Should().BeNull("this holds for every text");

    /// <summary>Returns the code points of a string by their index. A lone surrogate is read as the replacement character.</summary>
    private static IEnumerable<(int Index, int Value)> GetRunes(string text)
    {
        var index = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            yield return (index, rune.Value);
            index += rune.Utf16SequenceLength;
        }
    }

    private static bool HasHalfAPair(string text) => text.EnumerateRunes().Any(static rune => rune.Value == 0xFFFD);
}
