using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trackly.Sdk.Testing.Api;

/// <summary>Reads and checks the fields of a contact.</summary>
internal static class ContactFields
{
    /// <summary>The documented limit for one contact.</summary>
    private const int MaxBytes = 4_000;

    /// <summary>Returns the code of the first error in the numbers that name a contact. Null when there is none.</summary>
    /// <remarks>Which of several errors is returned is not documented. The emulator's choice: the order of the documentation's error table.</remarks>
    public static string? FindError(JsonElement json, ApiState state, bool needsList = true) =>
        IsMissing(json, "phone_number") ? "missing_phone_number"
        : IsMissing(json, "list_number") ? "missing_list_number"
        : !PhoneNumbers.IsE164(GetString(json, "phone_number")) ? "invalid_phone"
        : !PhoneNumbers.IsE164(GetString(json, "list_number")) ? "invalid_list_number"
        : needsList && state.Lists.FindId(GetString(json, "list_number")!) is null ? "list_not_found"
        : null;

    /// <summary>Returns the code of the first error of a contact to create. Null when there is none.</summary>
    public static string? FindContactError(JsonElement json, ApiState state) =>
        json.ValueKind is not JsonValueKind.Object ? "missing_phone_number"
        : FindError(json, state)
        ?? (!HasGoodFields(json) ? "invalid_custom_fields" : System.Text.Encoding.UTF8.GetByteCount(json.GetRawText()) > MaxBytes ? "payload_too_large" : null);

    /// <summary>Whether custom fields are absent, or an object of strings, numbers and booleans.</summary>
    public static bool HasGoodFields(JsonElement json) => Find(json, "custom_fields") is not { } fields
        || (fields.ValueKind is JsonValueKind.Object && fields.EnumerateObject().All(static field =>
            field.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False));

    /// <summary>Returns the custom fields, of a repeated one the last value. Null when they are absent.</summary>
    public static JsonObject? GetFields(JsonElement json)
    {
        if (Find(json, "custom_fields") is not { } fields)
            return null;
        var values = new JsonObject();
        foreach (var field in fields.EnumerateObject())
            values[field.Name] = JsonValue.Create(field.Value.Clone());
        return values;
    }

    public static string? GetString(JsonElement json, string name) => Find(json, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static bool IsTrue(JsonElement json, string name) => Find(json, name) is { ValueKind: JsonValueKind.True };

    /// <summary>Reads a time, which is UTC when it has no zone. Null when there is none, or it cannot be read: the emulator's choice, since no error is documented.</summary>
    public static DateTimeOffset? GetTime(JsonElement json, string name) => DateTimeOffset.TryParse(
        GetString(json, name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    // What null means is not documented. The emulator's choice: the same as a missing field.
    public static JsonElement? Find(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;

    private static bool IsMissing(JsonElement json, string name) =>
        Find(json, name) is not { } field || (field.ValueKind is JsonValueKind.String && string.IsNullOrWhiteSpace(field.GetString()));
}
