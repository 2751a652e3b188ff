using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>Which messages are asked for.</summary>
/// <param name="Search">What a number or the text must hold; null means nothing.</param>
/// <param name="After">Only later ones.</param>
/// <param name="Before">Only earlier ones.</param>
/// <param name="Limit">How many at most.</param>
internal sealed record MessageQuery(string? Search, long After, long Before, int Limit)
{
    private const int DefaultLimit = 100;
    private const int MostLimit = 1_000;

    // "A-1042" looks for a text; so would "555 or so". Only what could be typed as a number is compared with numbers, by its digits.
    private readonly string? _digits =
        Search is not null && Search.All(character => char.IsAsciiDigit(character) || character is '+' or '-' or '(' or ')' or '.' or '/' or ' ')
            && Search.Where(char.IsAsciiDigit).ToArray() is { Length: > 0 } digits ? new string(digits) : null;

    /// <exception cref="FormatException">A parameter is faulty.</exception>
    public static MessageQuery Read(IQueryCollection query) => new(
        string.IsNullOrWhiteSpace(query["search"]) ? null : query["search"].ToString().Trim(),
        Number(query, "after", otherwise: 0, least: 0, most: long.MaxValue),
        Number(query, "before", otherwise: long.MaxValue, least: 0, most: long.MaxValue),
        (int)Number(query, "limit", DefaultLimit, least: 1, MostLimit));

    /// <summary>Newest first.</summary>
    public IEnumerable<EmulatedMessage> In(Shelf shelf)
    {
        var first = shelf.IndexAfter(After);
        var last = Before is long.MaxValue ? shelf.Messages.Count : Before is 0 ? 0 : shelf.IndexAfter(Before - 1);
        return Enumerable.Range(0, Math.Max(0, last - first)).Select(back => shelf.Messages[last - 1 - back]).Where(Fits).Take(Limit);
    }

    private bool Fits(EmulatedMessage message) =>
        Search is null
        || (_digits is not null && (message.To.Contains(_digits, StringComparison.Ordinal) || message.ListNumber.Contains(_digits, StringComparison.Ordinal)))
        || message.Text.Contains(Search, StringComparison.OrdinalIgnoreCase)
        || message.Body.Contains(Search, StringComparison.OrdinalIgnoreCase);

    private static long Number(IQueryCollection query, string name, long otherwise, long least, long most)
    {
        if (string.IsNullOrEmpty(query[name]))
            return otherwise;
        return long.TryParse(query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new FormatException(most is long.MaxValue
                ? $"{name} must be a sequence: a whole number from {least}."
                : $"{name} must be a whole number from {least} to {most}.");
    }
}
