using System.Text.Json;

namespace Trackly.Sdk.Pipeline.Json;

/// <summary>Keeps members of a response that this version does not know. One that could not be read later, for example for its invalid UTF-8, is left out.</summary>
internal static class AdditionalMembers
{
    /// <summary>Reads the member whose name the reader has reached, to its end. Of several with the same name the last counts.</summary>
    public static void Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, ref Dictionary<string, JsonElement>? members)
    {
        var nameReader = reader;
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        try
        {
            var value = utf8.Slice(start, (int)reader.BytesConsumed - start);
            CheckStrings(value);
            using var document = JsonDocument.Parse(value.ToArray());
            (members ??= new(StringComparer.Ordinal))[nameReader.GetString()!] = document.RootElement.Clone();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Additional members are optional; the message is accepted anyway.
        }
    }

    /// <summary>Throws when a string cannot be read, or when the value is nested deeper than the default of System.Text.Json.</summary>
    private static void CheckStrings(ReadOnlySpan<byte> value)
    {
        var reader = new Utf8JsonReader(value);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                reader.GetString();
        }
    }
}
