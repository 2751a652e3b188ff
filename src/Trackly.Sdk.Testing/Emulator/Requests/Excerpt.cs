namespace Trackly.Sdk.Testing.Emulator.Requests;

/// <summary>Shortens text from outside, for a list or a sentence.</summary>
internal static class Excerpt
{
    /// <returns>The text, or its first characters and an ellipsis when it has more than <paramref name="max"/>. No surrogate pair is split.</returns>
    public static string Create(string text, int max)
    {
        if (text.Length <= max)
            return text;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[max - 1]) ? max - 1 : max), "…");
    }
}
