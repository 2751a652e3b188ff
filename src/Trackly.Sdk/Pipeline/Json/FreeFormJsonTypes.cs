using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trackly.Sdk.Pipeline.Json;

/// <summary>Writes values that are JSON already.</summary>
internal static class FreeFormJsonTypes
{
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
            throw new FreeFormValueException("is a JSON value that cannot be written, for example an undefined or disposed one, one nested too deeply, or one with half of a surrogate pair.");
        }
    }
}
