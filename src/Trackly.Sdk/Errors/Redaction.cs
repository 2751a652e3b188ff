using System.Text;

namespace Trackly.Sdk;

/// <summary>Keeps phone numbers out of the texts that people log.</summary>
internal static class Redaction
{
    /// <summary>The shortest run of digits that is masked. "E.164" and "5 MB" stay readable.</summary>
    private const int ShortestNumber = 4;

    /// <summary>The longest gap inside a formatted number: "(415) 555" has two.</summary>
    private const int LongestGap = 2;

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
