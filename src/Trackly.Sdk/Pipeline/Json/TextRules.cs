namespace Trackly.Sdk.Pipeline.Json;

/// <summary>What can be wrong with a string of any language.</summary>
internal static class TextRules
{
    /// <summary>Characters that show nothing but do not count as white space in .NET: zero-width ones, a Hangul filler and the empty Braille pattern.</summary>
    private const string Invisible = "\u200B\u200C\u200D\u2060\uFEFF\u3164\u2800";

    /// <summary>Returns whether a string has no visible character.</summary>
    public static bool IsBlank(string? text)
    {
        foreach (var character in text ?? "")
        {
            if (!char.IsWhiteSpace(character) && Invisible.IndexOf(character) < 0)
                return false;
        }

        return true;
    }

    /// <summary>Returns whether a string has a lone surrogate, which UTF-8 cannot encode, so that another character would be sent.</summary>
    public static bool HasLoneSurrogate(string text)
    {
#if NET
        // Most strings have no surrogate at all, which the runtime finds out many characters at a time.
        var start = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        if (start < 0)
            return false;
#else
        const int start = 0;
#endif
        for (var i = start; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return true;
            i++;
        }

        return false;
    }
}
