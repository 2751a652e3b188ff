using System.Text;

namespace Trackly.Sdk;

/// <summary>Keeps phone numbers out of the texts that people log.</summary>
internal static class Redaction
{
    /// <summary>The shortest run of digits that is masked. "E.164" and "5 MB" stay readable.</summary>
    private const int ShortestNumber = 4;

    /// <summary>The longest gap inside a formatted number: "(415) 555" has two.</summary>
    private const int LongestGap = 2;

    /// <summary>What stands in place of something that is not shown.</summary>
    public const string Mask = "***";

    /// <summary>No code or status of Trackly comes near.</summary>
    private const int LongestWord = 40;

    private const int LongestId = 64;

    /// <summary>The shortest run of digits that is taken for a phone number where an id is expected: ids have eight characters.</summary>
    private const int ShortestNumberAsId = 9;

    /// <summary>A code or status of a server: shown with numbers masked when it looks like one (a, b_c, d2), else not at all.</summary>
    public static string Word(string value) =>
        value.Length <= LongestWord && value.All(static character => character is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_')
            ? MaskNumbers(value)
            : Mask;

    /// <summary>A message id, the one value of an answer that is shown on purpose: when it looks like one and not like a phone number, else not at all.</summary>
    public static string Id(string value) =>
        value.Length <= LongestId
        && value.All(static character => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-')
        && (value.Any(char.IsLetter) || value.Count(char.IsDigit) < ShortestNumberAsId)
            ? value
            : Mask;

    /// <summary>Replaces every digit of a run that may be a phone number, written with or without spaces, dots, dashes and parentheses.</summary>
    public static string MaskNumbers(string text)
    {
        StringBuilder? masked = null;
        for (var start = 0; start < text.Length;)
        {
            if (!char.IsDigit(text[start]))
            {
                start++;
                continue;
            }

            var (end, digits) = RunFrom(text, start);
            if (digits >= ShortestNumber)
            {
                masked ??= new StringBuilder(text);
                for (var i = start; i < end; i++)
                {
                    if (char.IsDigit(text[i]))
                        masked[i] = '*';
                }
            }

            start = end;
        }

        return masked?.ToString() ?? text;
    }

    private static (int End, int Digits) RunFrom(string text, int start)
    {
        var end = start;
        var digits = 0;
        for (var i = start; i < text.Length && i - end <= LongestGap; i++)
        {
            if (char.IsDigit(text[i]))
            {
                digits++;
                end = i + 1;
            }
            else if (char.IsLetter(text[i]))
            {
                break;
            }
        }

        return (end, digits);
    }
}
