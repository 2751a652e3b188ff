using System.Globalization;

namespace Trackly.Sdk.Pipeline.Validation;

/// <summary>The E.164 form that Trackly documents: +, a first digit from 1 to 9, at most 15 ASCII digits. Rules of individual countries are not checked.</summary>
internal static class E164
{
    private const int MaxDigits = 15;

    /// <summary>Returns what is wrong with a number, without repeating it. Null when nothing is.</summary>
    public static string? FindProblem(string number)
    {
        if (FindInvisible(number) is { } invisible)
            return FormattableString.Invariant($"has the invisible character U+{(int)invisible:X4}");
        if (number[0] != '+')
            return number.StartsWith("00", StringComparison.Ordinal) ? "starts with 00 instead of +" : "does not start with +";
        if (number.Length == 1)
            return "has no digits";
        for (var i = 1; i < number.Length; i++)
        {
            if (number[i] is < '0' or > '9')
                return char.IsDigit(number[i]) ? "has a digit that is not one of 0 to 9" : "has a character that is not a digit";
        }

        if (number[1] == '0')
            return "has a country code that starts with 0";
        return number.Length - 1 > MaxDigits ? "has more than 15 digits" : null;
    }

    private static char? FindInvisible(string number)
    {
        foreach (var character in number)
        {
            if (char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.Control)
                return character;
        }

        return null;
    }
}
