namespace Trackly.Sdk;

/// <summary>How many segments a text takes as it stands. An estimate of what Trackly sends: <see cref="SmsSegments.Measure"/> says why.</summary>
public sealed record SmsSegmentEstimate
{
    /// <summary>How the text travels: <see cref="SmsEncoding.Ucs2"/> as soon as one character asks for it.</summary>
    public required SmsEncoding Encoding { get; init; }

    /// <summary>How many segments the text takes. 0 for an empty text.</summary>
    public required int Segments { get; init; }

    /// <summary>The length of the text: septets in GSM-7, where an extension character counts two; UTF-16 code units in UCS-2.</summary>
    public required int Units { get; init; }

    /// <summary>How many units a segment holds: 160 or 70 when there is one at most, 153 or 67 when there are several.</summary>
    public required int UnitsPerSegment { get; init; }

    /// <summary>
    /// How many units may be added at the end before another segment begins; a character of two units that meets only one left begins it too. 0 for an empty
    /// text, which has begun no segment.
    /// </summary>
    public required int UnitsLeft { get; init; }

    /// <summary>Each character that forced UCS-2, once, in the order of the text. Empty in GSM-7.</summary>
    public IReadOnlyList<SmsUnicodeCharacter> ForcedUnicode { get; init; } = [];

    /// <summary>Whether both say the same, character by character.</summary>
    /// <param name="other">The estimate to compare with. Null is equal to none.</param>
    /// <returns>True when they do.</returns>
    public bool Equals(SmsSegmentEstimate? other) =>
        other is not null && Numbers == other.Numbers && (ReferenceEquals(ForcedUnicode, other.ForcedUnicode) || ForcedUnicode.SequenceEqual(other.ForcedUnicode));

    /// <inheritdoc/>
    public override int GetHashCode() => Numbers.GetHashCode();

    /// <summary>Names the numbers, and how many characters forced UCS-2, never which.</summary>
    /// <returns>A text without a character of the message.</returns>
    public override string ToString() =>
        $"SmsSegmentEstimate {{ Encoding = {Encoding}, Segments = {Segments}, Units = {Units}, UnitsPerSegment = {UnitsPerSegment}, "
        + $"UnitsLeft = {UnitsLeft}, ForcedUnicode = {ForcedUnicode.Count} }}";

    private (SmsEncoding, int, int, int, int) Numbers => (Encoding, Segments, Units, UnitsPerSegment, UnitsLeft);
}
