namespace Trackly.Sdk;

/// <summary>Estimates how many SMS segments a message needs before it is sent.</summary>
public static class SmsSegments
{
    /// <summary>
    /// Measures a message as written. What Trackly sends may be longer or shorter: it replaces macros such as <c>{{messageId}}</c>, may wrap links, and may add the
    /// prefix and suffix of an account or list.
    /// </summary>
    /// <param name="text">The body of the message. An empty string needs no segment.</param>
    /// <returns>The estimate, by the rules of 3GPP TS 23.038 and 23.040.</returns>
    /// <remarks>
    /// Trackly's own guide divides the length by the capacity of a segment. It mentions neither the characters of GSM-7's extension table, which count two here, nor
    /// that a character is never split across two segments, so its count may differ for messages with such characters.
    /// Source: <see href="https://docs.tracklysms.com/guides/message-segments"/>.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static SmsSegmentEstimate Measure(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return MeasureGsm7(text) ?? MeasureUcs2(text);
    }

    /// <summary>Returns null if a character is not in the alphabet.</summary>
    private static SmsSegmentEstimate? MeasureGsm7(string text)
    {
        var fill = new SegmentFill(alone: 160, inSeries: 153);
        foreach (var character in text)
        {
            var septets = GsmAlphabet.CountSeptets(character);
            if (septets == 0)
                return null;
            fill.Add(septets);
        }

        return fill.ToEstimate(SmsEncoding.Gsm7, []);
    }

    private static SmsSegmentEstimate MeasureUcs2(string text)
    {
        var fill = new SegmentFill(alone: 70, inSeries: 67);
        var forced = new ForcedCharacters();
        for (var i = 0; i < text.Length;)
        {
            var units = char.IsSurrogatePair(text, i) ? 2 : 1;
            if (GsmAlphabet.CountSeptets(text[i]) == 0)
                forced.Add(text, i, units);
            fill.Add(units);
            i += units;
        }

        return fill.ToEstimate(SmsEncoding.Ucs2, forced.ToList());
    }
}
