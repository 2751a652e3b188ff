using System.Text.Json;

namespace Trackly.Sdk.Testing.Emulator;

/// <summary>Finds the first thing wrong with the fields of a request, in the order of the documentation's error table.</summary>
internal static class SubmissionCheck
{
    public static Refusal? RefusalOf(JsonElement json) =>
        json.ValueKind is not JsonValueKind.Object ? Refusal.NotAnObject
        : IsMissing(json, "to") ? Refusal.MissingTo
        : IsMissing(json, "list_number") ? Refusal.MissingListNumber
        : IsMissing(json, "body") ? Refusal.MissingBody
        : !IsNumber(json, "to") ? Refusal.InvalidPhone
        : !IsNumber(json, "list_number") ? Refusal.InvalidListNumber
        : RefusalOfTypes(json);

    // Whether an empty or blank text counts as provided is not documented. The emulator's choice: it does not.
    private static bool IsMissing(JsonElement json, string name) =>
        json.Field(name) is not { } field || (field.ValueKind is JsonValueKind.String && string.IsNullOrWhiteSpace(field.GetString()));

    private static bool IsNumber(JsonElement json, string name) =>
        json.GetProperty(name) is { ValueKind: JsonValueKind.String } field && E164.IsNumber(field.GetString());

    // What the API does about a wrong type is not documented. The emulator's choice: refuse it, so that a test sees the mistake.
    private static Refusal? RefusalOfTypes(JsonElement json) =>
        RefusalOfType(json, "body", JsonValueKind.String)
        ?? RefusalOfType(json, "wrap_links", JsonValueKind.True)
        ?? RefusalOfType(json, "metadata", JsonValueKind.Object)
        ?? RefusalOfType(json, "contact_data", JsonValueKind.Object)
        ?? (json.Field("contact_data") is { } contact ? RefusalOfContact(contact) : null);

    private static Refusal? RefusalOfContact(JsonElement contact) =>
        RefusalOfType(contact, "first_name", JsonValueKind.String)
        ?? RefusalOfType(contact, "last_name", JsonValueKind.String)
        ?? RefusalOfType(contact, "timezone", JsonValueKind.String)
        ?? RefusalOfType(contact, "custom_fields", JsonValueKind.Object);

    private static Refusal? RefusalOfType(JsonElement json, string name, JsonValueKind kind) =>
        json.Field(name) is not { } field || KindOf(field) == kind ? null : Refusal.WrongType(name, kind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.True => "true or false",
            _ => "a string",
        });

    // JSON counts true and false as two kinds; here they are one.
    private static JsonValueKind KindOf(JsonElement field) => field.ValueKind is JsonValueKind.False ? JsonValueKind.True : field.ValueKind;
}
