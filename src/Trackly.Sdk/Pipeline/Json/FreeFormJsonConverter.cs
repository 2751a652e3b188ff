using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Trackly.Sdk.Pipeline.Json;

namespace Trackly.Sdk;

/// <summary>Reads and writes a caller's own keys and values as a JSON object. Public only so that source-generated contexts of other assemblies can use it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FreeFormJsonConverter : JsonConverter<Dictionary<string, object?>>
{
    /// <inheritdoc/>
    /// <remarks>Strings, booleans, null and whole numbers become values of .NET; everything else stays a <see cref="JsonElement"/>.</remarks>
    public override Dictionary<string, object?>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
            throw new JsonException("A JSON object is expected.");
        var values = new Dictionary<string, object?>();
        foreach (var member in document.RootElement.EnumerateObject())
        {
            if (values.ContainsKey(member.Name))
                throw new JsonException("The JSON object has a duplicate property.");
            values.Add(member.Name, ToValue(member.Value));
        }

        return values;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Dictionary<string, object?> value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        if (value is WrittenValues written)
        {
            writer.WriteRawValue(written.Json, skipInputValidation: true);
            return;
        }

        try
        {
            new FreeFormWriter(writer).WriteObject(value);
        }
        catch (FreeFormValueException problem)
        {
            throw new JsonException($"The value{problem.Path} {problem.Message}");
        }
    }

    internal static object? ToValue(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Null => null,
        JsonValueKind.Number when element.TryGetInt64(out var number) => number,
        _ => element.Clone(),
    };
}
