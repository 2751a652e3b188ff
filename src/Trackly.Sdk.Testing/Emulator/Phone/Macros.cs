using System.Text;
using System.Text.Json;
using Trackly.Sdk.Testing.Emulator.Requests;

namespace Trackly.Sdk.Testing.Emulator.Phone;

/// <summary>Fills in placeholders such as <c>{{first_name}}</c>.</summary>
/// <remarks>
/// The documentation has <c>{{messageId}}</c> and <c>{{first_name}}</c>, and says that <c>contact_data</c> has the values. The rest is the emulator's choice:
/// names are case-sensitive and have no spaces; a custom field is used by its own name and can be a string, a number, true or false; a placeholder without a
/// value is not changed, with a note; a placeholder inside a value is not filled in.
/// </remarks>
internal static class Macros
{
    private const int MaxNameLength = 100;

    // Far beyond any SMS. Without it a short request could grow to gigabytes.
    private const int MaxCharacters = 5 * 1024 * 1024;

    public static string Fill(string body, string messageId, JsonElement? contact, Notes notes)
    {
        var open = body.IndexOf("{{", StringComparison.Ordinal);
        if (open < 0)
            return body;

        var text = new StringBuilder(body.Length + 16);
        var copied = 0;
        for (; open >= 0; open = body.IndexOf("{{", open, StringComparison.Ordinal))
        {
            if (FindName(body, open + 2) is not { } name)
            {
                open++;
                continue;
            }

            var end = open + name.Length + 4;
            text.Append(body, copied, open - copied);
            text.Append(FindValue(name, messageId, contact, text.Length, notes) ?? body[open..end]);
            open = copied = end;
        }

        return text.Append(body, copied, body.Length - copied).ToString();
    }

    private static string? FindValue(string name, string messageId, JsonElement? contact, int length, Notes notes)
    {
        var value = name is "messageId" ? messageId : contact is { } data ? FromContact(name, data) : null;
        if (value is not null && length + value.Length <= MaxCharacters)
            return value;

        notes.Add(value is null
            ? $"{{{{{name}}}}} has no value and was not changed: the emulator's choice."
            : $"{{{{{name}}}}} was not changed, because the text became too long: the emulator's choice.");
        return null;
    }

    // A custom field with the name of a contact field is not documented. The emulator's choice: the contact field comes first.
    private static string? FromContact(string name, JsonElement contact) =>
        (name is "first_name" or "last_name" ? contact.Field(name)?.GetString() : null)
        ?? (contact.Field("custom_fields") is { } fields ? FindText(fields.Field(name)) : null);

    private static string? FindText(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } word => word.GetRawText(),
        _ => null,
    };

    private static string? FindName(string body, int start)
    {
        var end = start;
        while (end < body.Length && end - start <= MaxNameLength && (char.IsAsciiLetterOrDigit(body[end]) || body[end] is '_' or '-' or '.'))
            end++;

        return end > start && end - start <= MaxNameLength && body.AsSpan(end).StartsWith("}}") ? body[start..end] : null;
    }
}
