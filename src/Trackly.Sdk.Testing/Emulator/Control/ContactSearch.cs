namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>Finds contacts by what a user types: the digits of a number, a part of the value of a custom field, and the terms <c>to:</c>, <c>from:</c> and <c>is:</c>.</summary>
internal sealed class ContactSearch
{
    private readonly List<Func<ContactRow, bool>> _terms;

    private ContactSearch(List<Func<ContactRow, bool>> terms) => _terms = terms;

    /// <exception cref="FormatException">The value of a term is invalid.</exception>
    public static ContactSearch Parse(string text) => new(SearchTerms.Parse(text, CreateTerm, CreateText));

    public bool Matches(ContactRow row) => _terms.TrueForAll(term => term(row));

    /// <returns>Null when the name is not that of a term.</returns>
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
        var digits = SearchTerms.FindDigits(text);
        return row => (digits is not null && (row.Number.Contains(digits, StringComparison.Ordinal) || row.ListNumber.Contains(digits, StringComparison.Ordinal)))
            || (row.CustomFields is { } fields && fields.Any(field => search.IsIn(field.Value?.ToString())))
            || search.IsIn(row.OptOut?.Keyword);
    }
}
