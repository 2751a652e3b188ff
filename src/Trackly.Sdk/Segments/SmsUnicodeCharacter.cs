namespace Trackly.Sdk;

/// <summary>Represents a character that is not in GSM-7 and forces the whole message to UCS-2.</summary>
public sealed record SmsUnicodeCharacter
{
    /// <summary>Gets the character: one UTF-16 code unit, or two for a surrogate pair. An unpaired surrogate is <c>U+FFFD</c>, which is sent in its place.</summary>
    public required string Character { get; init; }

    /// <summary>Gets the Unicode code point, for example 0x1F600.</summary>
    public required int CodePoint { get; init; }

    /// <summary>Gets the number of occurrences in the message.</summary>
    public required int Occurrences { get; init; }

    /// <summary>Gets the zero-based index of the first occurrence, in UTF-16 code units.</summary>
    public required int FirstIndex { get; init; }

    /// <summary>Returns the number of occurrences and the first index, never the character, which is part of the message.</summary>
    /// <returns>A string without any character of the message.</returns>
    public override string ToString() => $"SmsUnicodeCharacter {{ Occurrences = {Occurrences}, FirstIndex = {FirstIndex} }}";
}
