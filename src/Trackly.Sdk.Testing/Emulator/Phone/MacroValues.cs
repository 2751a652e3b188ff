using System.Text.Json;
using Trackly.Sdk.Testing.Emulator.Requests;

namespace Trackly.Sdk.Testing.Emulator.Phone;

/// <summary>
/// Finds the values of placeholders. A custom field is found in constant time, because a request can have as many fields as placeholders.
/// </summary>
internal sealed class MacroValues(string messageId, JsonElement? contact)
{
    private Dictionary<string, JsonElement>? _customFields;

    /// <returns>Null when the placeholder has no value.</returns>
    public string? Find(string name) => name is "messageId" ? messageId : contact is { } data ? Find(name, data) : null;

    // A custom field with the name of a contact field is not documented. The emulator's choice: the contact field comes first.
    private string? Find(string name, JsonElement data) =>
        (name is "first_name" or "last_name" ? data.Field(name)?.GetString() : null)
        ?? ((_customFields ??= ReadCustomFields(data)).TryGetValue(name, out var value) ? Format(value) : null);

    private static Dictionary<string, JsonElement> ReadCustomFields(JsonElement data)
    {
        var fields = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (data.Field("custom_fields") is { } json)
        {
            // Of several fields with the same name the last one counts, as everywhere in System.Text.Json.
            foreach (var field in json.EnumerateObject())
                fields[field.Name] = field.Value;
        }

        return fields;
    }

    private static string? Format(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };
}
