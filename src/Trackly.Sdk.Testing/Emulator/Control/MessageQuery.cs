using System.Globalization;
using Microsoft.AspNetCore.Http;
using Trackly.Sdk.Testing.Emulator.Messages;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>Selects messages by the parameters of a request.</summary>
/// <param name="Search">What a number, the text or the body must contain. Null means any.</param>
/// <param name="After">Messages after this sequence.</param>
/// <param name="Before">Messages before this sequence.</param>
/// <param name="Limit">The maximum number of messages.</param>
internal sealed record MessageQuery(string? Search, long After, long Before, int Limit)
{
    private const int DefaultLimit = 100;
    private const int MaxLimit = 1_000;
    private const int MaxSearchLength = 200;

    // Far beyond any SMS. The rest of a longer string is not searched, so that a search has a bounded cost.
    private const int MaxSearchedLength = 64 * 1024;

    // "A-1042" is not a number, and neither is "555 or so". Only what could be typed as a phone number is compared with numbers, by its digits.
    private readonly string? _digits =
        Search is not null && Search.All(character => char.IsAsciiDigit(character) || character is '+' or '-' or '(' or ')' or '.' or '/' or ' ')
            && Search.Where(char.IsAsciiDigit).ToArray() is { Length: > 0 } digits ? new string(digits) : null;

    private readonly TextSearch? _search = Search is null ? null : new TextSearch(Search);

    /// <exception cref="FormatException">A parameter is invalid.</exception>
    public static MessageQuery Read(IQueryCollection query) => new(
        ReadSearch(query),
        ReadNumber(query, "after", defaultValue: 0, min: 0, max: long.MaxValue),
        ReadNumber(query, "before", defaultValue: long.MaxValue, min: 0, max: long.MaxValue),
        (int)ReadNumber(query, "limit", DefaultLimit, min: 1, MaxLimit));

    /// <summary>Newest first.</summary>
    public IEnumerable<EmulatedMessage> Find(OutboxSnapshot snapshot, CancellationToken cancellationToken)
    {
        var first = snapshot.FindIndexAfter(After);
        var last = Before is long.MaxValue ? snapshot.Messages.Count : Before is 0 ? 0 : snapshot.FindIndexAfter(Before - 1);
        return Enumerable.Range(0, Math.Max(0, last - first)).Select(back => snapshot.Messages[last - 1 - back])
            .Where(message => Matches(message, cancellationToken)).Take(Limit);
    }

    private bool Matches(EmulatedMessage message, CancellationToken cancellationToken)
    {
        // Once per message, each of which takes a bounded time.
        cancellationToken.ThrowIfCancellationRequested();
        return Search is null
            || (_digits is not null && (message.To.Contains(_digits, StringComparison.Ordinal) || message.ListNumber.Contains(_digits, StringComparison.Ordinal)))
            || Contains(message.Text) || (!ReferenceEquals(message.Text, message.Body) && Contains(message.Body));
    }

    private bool Contains(string text) => _search!.IsIn(text.AsSpan(0, Math.Min(text.Length, MaxSearchedLength)));

    private static string? ReadSearch(IQueryCollection query)
    {
        var search = query["search"].ToString().Trim();
        return search.Length <= MaxSearchLength
            ? search.Length == 0 ? null : search
            : throw new FormatException($"search must have at most {MaxSearchLength} characters.");
    }

    private static long ReadNumber(IQueryCollection query, string name, long defaultValue, long min, long max)
    {
        if (string.IsNullOrEmpty(query[name]))
            return defaultValue;
        return long.TryParse(query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max
            ? number
            : throw new FormatException(max is long.MaxValue
                ? $"{name} must be a sequence: a whole number from {min}."
                : $"{name} must be a whole number from {min} to {max}.");
    }
}
