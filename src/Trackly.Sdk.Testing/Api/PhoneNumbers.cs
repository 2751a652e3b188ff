namespace Trackly.Sdk.Testing.Api;

/// <summary>Recognizes phone numbers.</summary>
internal static class PhoneNumbers
{
    private const int MaxDigits = 15;

    /// <summary>Whether a string is a plus sign and 2 to 15 ASCII digits, the first of which is not 0.</summary>
    public static bool IsE164(string? value) =>
        value is { Length: > 2 and <= 1 + MaxDigits } && value[0] == '+' && value[1] is >= '1' and <= '9' && value.Skip(1).All(static character => character is >= '0' and <= '9');

    /// <summary>Normalizes a number for validation, which also reads national formats of the United States. Null when it is none.</summary>
    public static string? Normalize(string value)
    {
        var digits = new string([.. value.Where(static character => character is >= '0' and <= '9')]);
        var number = value.TrimStart().FirstOrDefault() == '+' ? "+" + digits : digits.Length == 10 ? "+1" + digits : "+" + digits;
        return IsE164(number) && number.Length > 8 ? number : null;
    }
}
