namespace Trackly.Sdk;

/// <summary>Tells how many SMS segments a text takes, before it is sent.</summary>
public static class SmsSegments
{
    /// <summary>
    /// Measures a text as it stands. What Trackly sends may be longer or shorter: macros such as <c>{{messageId}}</c> are replaced, links may be wrapped, and
    /// an account or list may put text before and after it.
    /// </summary>
    /// <param name="text">The text. An empty one takes no segment.</param>
    /// <returns>The estimate, by the rules of 3GPP TS 23.038 and 23.040.</returns>
    /// <remarks>
    /// Trackly's own guide divides the length by what a segment holds. It does not list the characters of GSM-7's extension table, which count two here, nor
    /// say that a character is never split over two segments; so its count may differ where a text has such characters.
    /// Source: <see href="https://docs.tracklysms.com/guides/message-segments"/>.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static SmsSegmentEstimate Measure(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return InGsm7(text) ?? InUcs2(text);
    }

    /// <summary>Null as soon as a character is not in the alphabet.</summary>
    private static SmsSegmentEstimate? InGsm7(string text)
    {
        var fill = new SegmentFill(alone: 160, inSeries: 153);
        foreach (var character in text)
        {
            var septets = GsmAlphabet.SeptetsOf(character);
            if (septets == 0)
                return null;
            fill.Add(septets);
        }

        return fill.ToEstimate(SmsEncoding.Gsm7, []);
    }

    private static SmsSegmentEstimate InUcs2(string text)
    {
        var fill = new SegmentFill(alone: 70, inSeries: 67);
        var forced = new ForcedCharacters();
        for (var i = 0; i < text.Length;)
        {
            var units = char.IsSurrogatePair(text, i) ? 2 : 1;
            if (GsmAlphabet.SeptetsOf(text[i]) == 0)
                forced.Add(text, i, units);
            fill.Add(units);
            i += units;
        }

        return fill.ToEstimate(SmsEncoding.Ucs2, forced.ToList());
    }
}
