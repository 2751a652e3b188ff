namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>Finds contacts by what a user types: the digits of a number, a part of the value of a custom field, and the terms <c>to:</c>, <c>from:</c> and <c>is:</c>.</summary>
internal sealed class ContactSearch
{
    private readonly List<Func<ContactRow, bool>> _terms = [];

    private ContactSearch()
    {
    }

    /// <exception cref="FormatException">The value of a term is invalid.</exception>
    public static ContactSearch Parse(string text)
    {
        var search = new ContactSearch();
        var words = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Split(':', 2) is [var name, { Length: > 0 } value] && CreateTerm(name, value) is { } term)
                search._terms.Add(term);
            else
                words.Add(word);
        }

        if (words.Count > 0)
            search._terms.Add(CreateText(string.Join(' ', words)));
        return search;
    }

    public bool Matches(ContactRow row) => _terms.TrueForAll(term => term(row));

    /// <returns>Null when the name is not that of a term: the word is then searched for as it is.</returns>
    private static Func<ContactRow, bool>? CreateTerm(string name, string value) => name switch
    {
        "to" => row => row.Number.Contains(value, StringComparison.Ordinal),
        "from" => row => row.ListNumber.Contains(value, StringComparison.Ordinal),
        "is" => value switch
        {
            "active" => static row => row.OptOut is null,
            "opted-out" => static row => row.OptOut is not null,
            _ => throw new FormatException("search: is: must be followed by active or opted-out when contacts are searched."),
        },
        _ => null,
    };

    private static Func<ContactRow, bool> CreateText(string text)
    {
        var search = new TextSearch(text);
        var digits = MessageSearch.FindDigits(text);
        return row => (digits is not null && (row.Number.Contains(digits, StringComparison.Ordinal) || row.ListNumber.Contains(digits, StringComparison.Ordinal)))
            || (row.CustomFields is { } fields && fields.Any(field => search.IsIn(field.Value?.ToString())))
            || search.IsIn(row.OptOut?.Keyword);
    }
}
