using System.Text.Json;

namespace Trackly.Sdk.Testing.Emulator.Requests;

/// <summary>Finds a field in a JSON object.</summary>
internal static class JsonFields
{
    // What null means is not documented. The emulator's choice: the same as a missing field.
    public static JsonElement? Field(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;
}
