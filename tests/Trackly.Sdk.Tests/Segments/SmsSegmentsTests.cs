namespace Trackly.Sdk.Tests.Segments;

/// <summary>Segments at their limits, and the characters that force UCS-2.</summary>
public sealed class SmsSegmentsTests
{
    private const string Emoji = "😀";

    [Theory]
    [InlineData(1, 1, 160, 159)]
    [InlineData(153, 1, 160, 7)]
    [InlineData(159, 1, 160, 1)]
    [InlineData(160, 1, 160, 0)]
    [InlineData(161, 2, 153, 145)]
    [InlineData(305, 2, 153, 1)]
    [InlineData(306, 2, 153, 0)]
    [InlineData(307, 3, 153, 152)]
    [InlineData(459, 3, 153, 0)]
    [InlineData(460, 4, 153, 152)]
    [InlineData(1600, 11, 153, 83)]
    public void Measure_GsmText_BeginsASegmentAfter160AndThenEvery153(int length, int segments, int perSegment, int left) =>
        SmsSegments.Measure(new string('a', length)).Should().Be(Gsm7(length, segments, perSegment, left));

    [Theory]
    [InlineData(1, 1, 70, 69)]
    [InlineData(70, 1, 70, 0)]
    [InlineData(71, 2, 67, 63)]
    [InlineData(134, 2, 67, 0)]
    [InlineData(135, 3, 67, 66)]
    [InlineData(201, 3, 67, 0)]
    [InlineData(202, 4, 67, 66)]
    public void Measure_UnicodeText_BeginsASegmentAfter70AndThenEvery67(int length, int segments, int perSegment, int left) =>
        Numbers(new string('я', length)).Should().Be((SmsEncoding.Ucs2, segments, length, perSegment, left));

    [Theory]
    [InlineData(158, 0, 160, 1, 0)] // two fit
    [InlineData(159, 0, 161, 2, 145)] // 161: 153, then 6 and the euro
    [InlineData(151, 100, 253, 2, 53)] // the euro ends the first segment
    [InlineData(152, 100, 254, 2, 51)] // one is left there, and the euro does not fit: it begins the second
    [InlineData(152, 151, 305, 2, 0)] // the septet left empty counts nowhere
    [InlineData(152, 152, 306, 3, 152)] // 306 is twice 153, and yet three segments
    public void Measure_ExtensionCharacterAtTheBorder_IsNotSplit(int before, int after, int units, int segments, int left) =>
        SmsSegments.Measure(new string('a', before) + "€" + new string('a', after)).Should().Be(Gsm7(units, segments, segments == 1 ? 160 : 153, left));

    [Theory]
    [InlineData(68, 0, 70, 1, 0)]
    [InlineData(69, 0, 71, 2, 63)]
    [InlineData(65, 60, 127, 2, 7)]
    [InlineData(66, 60, 128, 2, 5)]
    [InlineData(66, 65, 133, 2, 0)]
    [InlineData(66, 66, 134, 3, 66)]
    public void Measure_SurrogatePairAtTheBorder_IsNotSplit(int before, int after, int units, int segments, int left) =>
        Numbers(new string('a', before) + Emoji + new string('a', after)).Should().Be((SmsEncoding.Ucs2, segments, units, segments == 1 ? 70 : 67, left));

    [Fact]
    public void Measure_ExtensionCharacterInUcs2_CountsOne() => Numbers("€я").Should().Be((SmsEncoding.Ucs2, 1, 2, 70, 68));

    [Fact]
    public void Measure_EmptyText_TakesNoSegment() => SmsSegments.Measure("").Should().Be(Gsm7(units: 0, segments: 0, perSegment: 160, left: 0));

    [Fact]
    public void Measure_Null_IsRefused() =>
        FluentActions.Invoking(static () => SmsSegments.Measure(null!)).Should().Throw<ArgumentNullException>().WithParameterName("text");

    [Fact]
    public void Measure_UnicodeText_NamesEachCharacterThatForcedIt()
    {
        var measured = SmsSegments.Measure($"Café – “open” {Emoji} – {Emoji}€");

        measured.ForcedUnicode.Should().Equal(
            Forced("–", 0x2013, occurrences: 2, firstIndex: 5),
            Forced("“", 0x201C, occurrences: 1, firstIndex: 7),
            Forced("”", 0x201D, occurrences: 1, firstIndex: 12),
            Forced(Emoji, 0x1F600, occurrences: 2, firstIndex: 14));
    }

    [Theory]
    [InlineData(new[] { 'a', '\uD83D' }, 1)]
    [InlineData(new[] { 'a', '\uDE00', 'b' }, 1)]
    [InlineData(new[] { '\uD83D', '\uD83D', '\uDE00' }, 0)]
    [InlineData(new[] { 'a', '\uFFFD' }, 1)]
    public void Measure_HalfASurrogatePair_CountsAsTheReplacementCharacter(char[] text, int firstIndex)
    {
        var measured = SmsSegments.Measure(new string(text));

        measured.Units.Should().Be(text.Length);
        measured.ForcedUnicode[0].Should().Be(Forced("\uFFFD", 0xFFFD, occurrences: 1, firstIndex));
    }

    [Fact]
    public void Measure_ManyDifferentCharacters_NamesThemAll()
    {
        var text = string.Concat(Enumerable.Range(0x10000, 20_000).Select(char.ConvertFromUtf32));

        SmsSegments.Measure(text + text).ForcedUnicode.Should().HaveCount(20_000).And.OnlyContain(static forced => forced.Occurrences == 2);
    }

#if NET
    [Fact]
    public void Measure_GsmText_AllocatesItsResultAndNothingElse()
    {
        var text = new string('a', 1000) + "€";
        var result = AllocatedBy(static _ => Gsm7(1, 1, 160, 159), text);

        AllocatedBy(static text => SmsSegments.Measure(text), text).Should().Be(result);
    }

    private static long AllocatedBy(Func<string, SmsSegmentEstimate> act, string text)
    {
        act(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        act(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
#endif

    private static (SmsEncoding Encoding, int Segments, int Units, int UnitsPerSegment, int UnitsLeft) Numbers(string text)
    {
        var measured = SmsSegments.Measure(text);
        return (measured.Encoding, measured.Segments, measured.Units, measured.UnitsPerSegment, measured.UnitsLeft);
    }

    private static SmsSegmentEstimate Gsm7(int units, int segments, int perSegment, int left) =>
        new() { Encoding = SmsEncoding.Gsm7, Segments = segments, Units = units, UnitsPerSegment = perSegment, UnitsLeft = left };

    private static SmsUnicodeCharacter Forced(string character, int codePoint, int occurrences, int firstIndex) =>
        new() { Character = character, CodePoint = codePoint, Occurrences = occurrences, FirstIndex = firstIndex };
}
