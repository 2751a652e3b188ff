using System.Text.Json;

namespace Trackly.Sdk.Testing.Emulator.Requests;

/// <summary>Parses JSON and checks that every string in it can be read later.</summary>
internal static class StrictJsonParser
{
    // How deep the API reads is not documented. The emulator's choice: deeper than the 64 levels of .NET's default, and not so deep that it could not
    // be written into a list of messages.
    public const int MaxDepth = 512;

    /// <param name="utf8">The bytes.</param>
    /// <param name="tokens">The number of tokens, on which it depends how much memory the value takes.</param>
    /// <returns>The value, or null when the bytes are not valid JSON in UTF-8, or are nested deeper than <see cref="MaxDepth"/>.</returns>
    public static JsonElement? Parse(ReadOnlyMemory<byte> utf8, out long tokens)
    {
        tokens = 0;
        try
        {
            tokens = ReadEveryString(utf8.Span);

            // Unlike JsonDocument.Parse this takes no arrays from the shared pool, which would keep hundreds of megabytes after large requests.
            var reader = new Utf8JsonReader(utf8.Span, new JsonReaderOptions { MaxDepth = MaxDepth });
            return JsonElement.ParseValue(ref reader);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Returns whether <see cref="MaxDepth"/> is why the bytes cannot be parsed.</summary>
    public static bool IsTooDeep(ReadOnlyMemory<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8.Span, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth >= MaxDepth)
                    return true;
            }
        }
        catch (JsonException)
        {
            // It is invalid before it is too deep.
        }

        return false;
    }

    // JsonDocument accepts invalid UTF-8 and half a surrogate pair, and throws only when such a string is read, which could be in a user's test.
    // How the API treats half a surrogate pair is not documented. The emulator's choice: as invalid JSON.
    private static long ReadEveryString(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        var tokens = 0L;
        for (; reader.Read(); tokens++)
        {
            if (reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String)
                _ = reader.GetString();
        }

        return tokens;
    }
}
