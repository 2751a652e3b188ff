using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Trackly.Sdk.Pipeline;

/// <summary>Takes out of a foreign text whatever it echoes of a call: numbers, text, names, custom fields, metadata and the key.</summary>
internal sealed class Scrubber
{
    /// <summary>A shorter value is only taken out where it stands alone: the name "Ann" leaves "cannot" as it is.</summary>
    private const int ShortestInsideAWord = 6;

    /// <summary>The shortest part of a value that counts as an echo of it: filters like to quote the start of a text.</summary>
    private const int ShortestPart = 12;

    /// <summary>The end of a phone number, which every way to write it has in common.</summary>
    private const int EndOfANumber = 7;

    /// <summary>More of a foreign text is not shown; a reader of messages needs less.</summary>
    private const int LongestText = 1000;

    /// <summary>Whoever sends more values than this gets no text of the server into a message, rather than a slow one.</summary>
    private const int MostValues = 500;

    /// <summary>Nor does whoever sends more bytes than this: a search for each of their parts would outlast every time-out.</summary>
    private const int MostBytes = 64 * 1024;

    private readonly bool _isTooMuch;
    private readonly List<string> _values;
    private readonly List<string> _numbers;

    public Scrubber(SendCall call)
    {
        _isTooMuch = call.Body.Length > MostBytes;
        var values = _isTooMuch ? [] : RequestValues.Of(call.Body.Span);
        values.AddRange(call.Keys);
        _values = [.. values.SelectMany(Spellings).Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(static value => value.Length)];
        _numbers = [.. values.Select(DigitsOf).Where(static digits => digits.Length >= EndOfANumber).Select(static digits => digits.Substring(digits.Length - EndOfANumber))];
    }

    private bool IsTooMuch => _isTooMuch || _values.Count > MostValues;

    /// <summary>The text without the values of the request, their longer parts, and any phone number.</summary>
    public string Scrub(string text) => IsTooMuch ? Redaction.Mask : WithoutParts(Shortened(Redaction.MaskNumbers(WithoutValues(text))));

    /// <summary>Whether the text echoes the request.</summary>
    public bool Finds(string text) =>
        IsTooMuch || WithoutParts(WithoutValues(text)) != text || _numbers.Exists(DigitsOf(text).Contains);

    /// <summary>How a server may write a value into a text: as it is, or escaped for HTML, an address or JSON.</summary>
    private static string[] Spellings(string value) =>
    [
        value,
        WebUtility.HtmlEncode(value),
        WebUtility.UrlEncode(value),
        JsonEncodedText.Encode(value).ToString(),
        JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(),
    ];

    private string WithoutValues(string text)
    {
        foreach (var value in _values)
        {
            for (var at = 0; (at = text.IndexOf(value, at, StringComparison.OrdinalIgnoreCase)) >= 0;)
            {
                if (value.Length >= ShortestInsideAWord || StandsAlone(text, at, value.Length))
                    Mask(ref text, ref at, value.Length);
                else
                    at++;
            }
        }

        return text;
    }

    private string WithoutParts(string text)
    {
        foreach (var value in _values)
        {
            for (var at = 0; at + ShortestPart <= text.Length;)
            {
                if (LengthOfPartAt(text, at, value) is var length and > 0)
                    Mask(ref text, ref at, length);
                else
                    at++;
            }
        }

        return text;
    }

    /// <summary>How much of a text from a position on is a part of a value. Zero when that is less than <see cref="ShortestPart"/>.</summary>
    private static int LengthOfPartAt(string text, int at, string value)
    {
        var start = value.AsSpan().IndexOf(text.AsSpan(at, ShortestPart), StringComparison.OrdinalIgnoreCase);
        if (start < 0)
            return 0;
        var length = ShortestPart;
        while (at + length < text.Length && start + length < value.Length && char.ToUpperInvariant(text[at + length]) == char.ToUpperInvariant(value[start + length]))
            length++;
        return length;
    }

    private static void Mask(ref string text, ref int at, int length)
    {
        text = text.Remove(at, length).Insert(at, Redaction.Mask);
        at += Redaction.Mask.Length;
    }

    private static bool StandsAlone(string text, int at, int length) =>
        (at == 0 || !IsOfAWord(text[at - 1])) && (at + length == text.Length || !IsOfAWord(text[at + length]));

    private static bool IsOfAWord(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');

    private static string Shortened(string text) => text.Length > LongestText ? text.Substring(0, LongestText) : text;

    private static string DigitsOf(string text) => string.Concat(text.Where(static character => character is >= '0' and <= '9'));
}
