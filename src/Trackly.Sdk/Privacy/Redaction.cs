namespace Trackly.Sdk;

/// <summary>Decides which values of a server may appear in strings that people log.</summary>
internal static class Redaction
{
    /// <summary>The placeholder for redacted values.</summary>
    public const string Mask = "***";

    /// <summary>No code or status of Trackly is nearly as long.</summary>
    private const int MaxCodeLength = 40;

    /// <summary>A code with more digits may be a phone number.</summary>
    private const int MaxDigitsOfACode = 3;

    private const int MaxIdLength = 64;

    /// <summary>An id of digits alone may be a phone number when it is longer: ids have eight characters.</summary>
    private const int MaxDigitsOfAnId = 8;

    /// <summary>Returns a code or status if it looks like one (a, b_c, d2), and the mask if not.</summary>
    public static string RedactCode(string value) =>
        value.Length <= MaxCodeLength
        && value.All(static character => character is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_')
        && value.Count(char.IsDigit) <= MaxDigitsOfACode
            ? value
            : Mask;

    /// <summary>Returns a message id, the one value of a response that is shown on purpose, if it looks like one and not like a phone number, and the mask if not.</summary>
    public static string RedactMessageId(string value) =>
        value.Length <= MaxIdLength
        && value.All(static character => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-')
        && (value.Any(char.IsLetter) || value.Count(char.IsDigit) <= MaxDigitsOfAnId)
            ? value
            : Mask;

    /// <summary>Returns a name that a developer chose, such as a configuration key or a metadata key, if it looks like an identifier, and the mask if not.</summary>
    public static string RedactName(string name) =>
        name.Length is > 0 and <= MaxIdLength
        && name.All(static character => char.IsLetterOrDigit(character) || character is '_' or '-' or '.')
        && name.Count(char.IsDigit) <= MaxDigitsOfACode
            ? name
            : Mask;
}
