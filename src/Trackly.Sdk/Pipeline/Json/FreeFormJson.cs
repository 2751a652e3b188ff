using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trackly.Sdk.Pipeline.Json;

/// <summary>The caller's own keys and values, such as metadata, as JSON.</summary>
internal static class FreeFormJson
{
    /// <summary>A value of the caller's own JSON may be one level deeper.</summary>
    private const int MaxDepth = FreeFormWriter.MaxDepth + 1;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = MaxDepth };

    /// <summary>Writes values. Each sequence among them is read once, because there may be no second time.</summary>
    /// <exception cref="FreeFormValueException">A value has no JSON form, cannot be read or is too large.</exception>
    public static WrittenValues Write(Dictionary<string, object?> values)
    {
        using var stream = new MemoryStream();
        try
        {
            using var writer = new Utf8JsonWriter(stream, Options);
            new FreeFormWriter(writer).WriteObject(values);
        }
        catch (Exception exception) when (exception is not FreeFormValueException)
        {
            throw FreeFormValueException.CreateUnreadable(exception);
        }

        return new WrittenValues(stream.ToArray());
    }

    /// <summary>Returns whether two objects have the same JSON. The order of their keys does not matter. Values that cannot be written are equal only to themselves.</summary>
    public static bool AreEqual(Dictionary<string, object?>? left, Dictionary<string, object?>? right) =>
        ReferenceEquals(left, right) || (left is not null && right is not null && left.Count == right.Count && AreJsonEqual(left, right));

    private static bool AreJsonEqual(Dictionary<string, object?> left, Dictionary<string, object?> right)
    {
        try
        {
            var (leftJson, rightJson) = (Write(left).Json, Write(right).Json);
            return leftJson.AsSpan().SequenceEqual(rightJson) || JsonNode.DeepEquals(Parse(leftJson), Parse(rightJson));
        }
        catch (Exception exception) when (exception is FreeFormValueException or ArgumentException)
        {
            // A node refuses an object of the caller's own JSON that has a member twice.
            return false;
        }
    }

    private static JsonNode? Parse(byte[] json) => JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { MaxDepth = MaxDepth });
}
