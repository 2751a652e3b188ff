using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Trackly.Sdk.SendOnce.Sending;

/// <summary>
/// One spelling for each JSON value: members sorted by ordinal name at every depth, no white space, only quotation mark, backslash and control
/// characters escaped, numbers without trailing zeros.
/// </summary>
internal static class CanonicalJson
{
    public static string Format(JsonElement element)
    {
        var text = new StringBuilder();
        Write(text, element);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                Write(text, '{', element.EnumerateObject().OrderBy(static member => member.Name, StringComparer.Ordinal), '}', static (text,
                    member) =>
                {
                    Write(text, member.Name);
                    Write(text.Append(':'), member.Value);
                });
                break;
            case JsonValueKind.Array:
                Write(text, '[', element.EnumerateArray(), ']', Write);
                break;
            case JsonValueKind.String:
                Write(text, element.GetString()!);
                break;
            case JsonValueKind.Number when element.TryGetDecimal(out var number):
                // A job queue may turn 3 into 3.0: the quotient has no trailing zeros.
                text.Append(CultureInfo.InvariantCulture, $"{number / 1.0000000000000000000000000000m}");
                break;
            default:
                text.Append(element.GetRawText());
                break;
        }
    }

    private static void Write<T>(StringBuilder text, char open, IEnumerable<T> items, char close, Action<StringBuilder, T> write)
    {
        var separator = open;
        foreach (var item in items)
        {
            write(text.Append(separator), item);
            separator = ',';
        }

        if (separator == open)
            text.Append(open);
        text.Append(close);
    }

    private static void Write(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var character in value)
        {
            if (character is '"' or '\\')
                text.Append('\\').Append(character);
            else if (character < ' ')
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
            else
                text.Append(character);
        }

        text.Append('"');
    }
}
