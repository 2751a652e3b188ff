namespace Trackly.Sdk;

/// <summary>Estimates how many segments a message needs. <see cref="SmsSegments.Measure"/> explains why it is an estimate.</summary>
public sealed record SmsSegmentEstimate
{
    /// <summary>Gets the encoding of the message: <see cref="SmsEncoding.Ucs2"/> as soon as one character requires it.</summary>
    public required SmsEncoding Encoding { get; init; }

    /// <summary>Gets the number of segments. 0 for an empty string.</summary>
    public required int Segments { get; init; }

    /// <summary>Gets the length of the message: septets in GSM-7, where an extension character counts two; UTF-16 code units in UCS-2.</summary>
    public required int Units { get; init; }

    /// <summary>Gets the capacity of a segment, in units: 160 or 70 when one segment is enough, 153 or 67 when there are several.</summary>
    public required int UnitsPerSegment { get; init; }

    /// <summary>
    /// Gets the number of units that fit at the end before another segment is needed. A character of two units needs another segment when only one unit is left.
    /// 0 for an empty string, which has no segment.
    /// </summary>
    public required int UnitsLeft { get; init; }

    /// <summary>Gets the characters that force UCS-2, each once, in order of first occurrence. Empty in GSM-7.</summary>
    public IReadOnlyList<SmsUnicodeCharacter> ForcedUnicode { get; init; } = [];

    /// <summary>Determines whether both estimates are equal, including their characters.</summary>
    /// <param name="other">The estimate to compare with.</param>
    /// <returns>True if the estimates are equal; otherwise, false.</returns>
    public bool Equals(SmsSegmentEstimate? other) =>
        other is not null && Numbers == other.Numbers && ForcedUnicode.SequenceEqual(other.ForcedUnicode);

    /// <inheritdoc/>
    public override int GetHashCode() => Numbers.GetHashCode();

    /// <summary>Returns the numbers, and how many characters force UCS-2, never which.</summary>
    /// <returns>A string without any character of the message.</returns>
    public override string ToString() =>
        $"SmsSegmentEstimate {{ Encoding = {Encoding}, Segments = {Segments}, Units = {Units}, UnitsPerSegment = {UnitsPerSegment}, "
        + $"UnitsLeft = {UnitsLeft}, ForcedUnicode = {ForcedUnicode.Count} }}";

    private (SmsEncoding, int, int, int, int) Numbers => (Encoding, Segments, Units, UnitsPerSegment, UnitsLeft);
}
