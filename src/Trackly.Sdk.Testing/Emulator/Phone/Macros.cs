using System.Text;
using System.Text.Json;

namespace Trackly.Sdk.Testing.Emulator.Phone;

/// <summary>Fills in placeholders such as <c>{{first_name}}</c>.</summary>
/// <remarks>
/// The documentation has <c>{{messageId}}</c> and <c>{{first_name}}</c>, and says that <c>contact_data</c> has the values. The rest is the emulator's
/// choice: names are case-sensitive and have no spaces; a custom field is used by its own name and can be a string, a number, true or false; a
/// placeholder without a value is not changed, with a note; a placeholder inside a value is not filled in.
/// </remarks>
internal static class Macros
{
    private const int MaxNameLength = 100;

    // How many characters the values can add to the body: far beyond any SMS. Without a limit a short request could grow to gigabytes.
    private const int MaxGrowth = 256 * 1024;

    public static string Fill(string body, string messageId, JsonElement? contact, Notes notes)
    {
        var open = body.IndexOf("{{", StringComparison.Ordinal);
        if (open < 0)
            return body;

        var text = new StringBuilder(body.Length + 16);
        var values = new MacroValues(messageId, contact);
        var (copied, growth) = (0, 0);
        for (; open >= 0; open = body.IndexOf("{{", open, StringComparison.Ordinal))
        {
            if (FindName(body, open + 2) is not { } name)
            {
                open++;
                continue;
            }

            var end = open + name.Length + 4;
            text.Append(body, copied, open - copied);
            var value = FindValue(name, values, growth, notes);
            growth += value?.Length ?? 0;
            text.Append(value ?? body[open..end]);
            open = copied = end;
        }

        return text.Append(body, copied, body.Length - copied).ToString();
    }

    private static string? FindValue(string name, MacroValues values, int growth, Notes notes)
    {
        var value = values.Find(name);
        if (value is not null && growth + value.Length <= MaxGrowth)
            return value;

        notes.Add(value is null
            ? $"{{{{{name}}}}} has no value and was not changed: the emulator's choice."
            : $"{{{{{name}}}}} was not changed, because the text became too long: the emulator's choice.");
        return null;
    }

    private static string? FindName(string body, int start)
    {
        var end = start;
        while (end < body.Length && end - start <= MaxNameLength && (char.IsAsciiLetterOrDigit(body[end]) || body[end] is '_' or '-' or '.'))
            end++;

        return end > start && end - start <= MaxNameLength && body.AsSpan(end).StartsWith("}}") ? body[start..end] : null;
    }
}
