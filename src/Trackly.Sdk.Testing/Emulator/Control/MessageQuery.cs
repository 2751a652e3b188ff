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

    // "A-1042" is not a number, and neither is "555 or so". Only what could be typed as a phone number is compared with numbers, by its digits.
    private readonly string? _digits =
        Search is not null && Search.All(character => char.IsAsciiDigit(character) || character is '+' or '-' or '(' or ')' or '.' or '/' or ' ')
            && Search.Where(char.IsAsciiDigit).ToArray() is { Length: > 0 } digits ? new string(digits) : null;

    /// <exception cref="FormatException">A parameter is invalid.</exception>
    public static MessageQuery Read(IQueryCollection query) => new(
        string.IsNullOrWhiteSpace(query["search"]) ? null : query["search"].ToString().Trim(),
        ReadNumber(query, "after", defaultValue: 0, min: 0, max: long.MaxValue),
        ReadNumber(query, "before", defaultValue: long.MaxValue, min: 0, max: long.MaxValue),
        (int)ReadNumber(query, "limit", DefaultLimit, min: 1, MaxLimit));

    /// <summary>Newest first.</summary>
    public IEnumerable<EmulatedMessage> Find(OutboxSnapshot snapshot)
    {
        var first = snapshot.FindIndexAfter(After);
        var last = Before is long.MaxValue ? snapshot.Messages.Count : Before is 0 ? 0 : snapshot.FindIndexAfter(Before - 1);
        return Enumerable.Range(0, Math.Max(0, last - first)).Select(back => snapshot.Messages[last - 1 - back]).Where(Matches).Take(Limit);
    }

    private bool Matches(EmulatedMessage message) =>
        Search is null
        || (_digits is not null && (message.To.Contains(_digits, StringComparison.Ordinal) || message.ListNumber.Contains(_digits, StringComparison.Ordinal)))
        || message.Text.Contains(Search, StringComparison.OrdinalIgnoreCase)
        || message.Body.Contains(Search, StringComparison.OrdinalIgnoreCase);

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
