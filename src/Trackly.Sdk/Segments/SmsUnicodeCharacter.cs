namespace Trackly.Sdk;

/// <summary>A character that GSM-7 does not have, so that it turns the whole text to UCS-2.</summary>
public sealed record SmsUnicodeCharacter
{
    /// <summary>The character: one UTF-16 code unit, or two for a surrogate pair. Half a pair is <c>U+FFFD</c>, which is what travels in its place.</summary>
    public required string Character { get; init; }

    /// <summary>The character's number in Unicode, for example 0x1F600.</summary>
    public required int CodePoint { get; init; }

    /// <summary>How often the text has it.</summary>
    public required int Occurrences { get; init; }

    /// <summary>Where the text has it first, in UTF-16 code units from 0.</summary>
    public required int FirstIndex { get; init; }

    /// <summary>Names the number of occurrences and the first index, never the character: it is part of the text.</summary>
    /// <returns>A text without a character of the message.</returns>
    public override string ToString() => $"SmsUnicodeCharacter {{ Occurrences = {Occurrences}, FirstIndex = {FirstIndex} }}";
}
