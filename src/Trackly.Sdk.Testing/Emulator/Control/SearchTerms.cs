namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>Splits what a user types into terms, such as <c>to:+1415</c>, and words.</summary>
internal static class SearchTerms
{
    /// <param name="text">What the user typed.</param>
    /// <param name="createTerm">Creates a term from its name and value. Null when the name is not that of a term: the word is then searched for as it is.</param>
    /// <param name="createWords">Creates the search for the words between the terms.</param>
    /// <exception cref="FormatException">The value of a term is invalid.</exception>
    public static List<T> Parse<T>(string text, Func<string, string, T?> createTerm, Func<string, T> createWords)
        where T : class
    {
        var (terms, words) = (new List<T>(), new List<string>());
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Split(':', 2) is [var name, { Length: > 0 } value] && createTerm(name, value) is { } term)
                terms.Add(term);
            else
                words.Add(word);
        }

        // A search without terms is searched for as it was typed, with its spaces.
        if (words.Count > 0)
            terms.Add(createWords(terms.Count == 0 ? text : string.Join(' ', words)));
        return terms;
    }

    /// <returns>The digits of a string that could be a phone number; null for any other, such as "A-1042" or "555 or so".</returns>
    public static string? FindDigits(string text) =>
        text.All(static character => char.IsAsciiDigit(character) || character is '+' or '-' or '(' or ')' or '.' or '/' or ' ')
            && text.Where(char.IsAsciiDigit).ToArray() is { Length: > 0 } found ? new string(found) : null;
}
