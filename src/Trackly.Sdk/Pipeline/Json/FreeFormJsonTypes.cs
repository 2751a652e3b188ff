using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trackly.Sdk.Pipeline.Json;

/// <summary>Writes values that are JSON already.</summary>
internal static class FreeFormJsonTypes
{
    /// <summary>The depth that a writer of System.Text.Json permits by default.</summary>
    private const int MaxDepth = 1_000;

    /// <summary>Writes a value. False when it is of no JSON type.</summary>
    public static bool TryWrite(object value, Utf8JsonWriter writer)
    {
        try
        {
            switch (value)
            {
                case JsonElement element:
                    element.WriteTo(writer);
                    return true;
                case JsonNode node:
                    Check(node, depth: 0);
                    node.WriteTo(writer);
                    return true;
                case JsonDocument document:
                    document.WriteTo(writer);
                    return true;
                // What Newtonsoft.Json makes of objects and arrays, for example in a job queue, prints itself as JSON.
                case IEnumerable token when token.GetType().Namespace == "Newtonsoft.Json.Linq":
                    using (var document = JsonDocument.Parse(token.ToString()!))
                        document.WriteTo(writer);
                    return true;
                default:
                    return false;
            }
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or JsonException or ObjectDisposedException or NotSupportedException)
        {
            throw CreateException();
        }
    }

    /// <summary>
    /// Rejects strings with half of a surrogate pair, which a node, unlike parsed JSON, would write as another character, and nodes that are nested too deeply to check.
    /// </summary>
    private static void Check(JsonNode? node, int depth)
    {
        if (depth > MaxDepth)
            throw CreateException();
        switch (node)
        {
            case JsonObject members:
                foreach (var member in members)
                {
                    CheckString(member.Key);
                    Check(member.Value, depth + 1);
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                    Check(item, depth + 1);
                break;
            case JsonValue value when value.TryGetValue<string>(out var s):
                CheckString(s);
                break;
            case JsonValue value when value.TryGetValue<char>(out var character):
                CheckString(character.ToString());
                break;
        }
    }

    private static void CheckString(string s)
    {
        if (TextRules.HasLoneSurrogate(s))
            throw CreateException();
    }

    private static FreeFormValueException CreateException() => new(
        "is a JSON value that cannot be written, for example an undefined or disposed one, one nested too deeply, one with a key twice, or one with half of a surrogate pair.");
}
