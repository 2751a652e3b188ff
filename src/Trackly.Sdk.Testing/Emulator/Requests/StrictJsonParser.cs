using System.Text.Json;

namespace Trackly.Sdk.Testing.Emulator.Requests;

/// <summary>Parses JSON and checks that every string in it can be read later.</summary>
internal static class StrictJsonParser
{
    /// <returns>The value, or null when the bytes are not valid JSON in UTF-8.</returns>
    public static JsonElement? Parse(byte[] utf8)
    {
        try
        {
            ReadEveryString(utf8);
            using var document = JsonDocument.Parse(utf8);
            return document.RootElement.Clone();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    // JsonDocument accepts invalid UTF-8 and half a surrogate pair, and throws only when such a string is read, which could be in a user's test.
    // How the API treats half a surrogate pair is not documented. The emulator's choice: as invalid JSON.
    private static void ReadEveryString(byte[] utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String)
                _ = reader.GetString();
        }
    }
}
