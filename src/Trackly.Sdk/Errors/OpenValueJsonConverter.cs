using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trackly.Sdk;

/// <summary>Reads and writes a value of an open set as a JSON string. Public only because the converters that derive from it are.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class OpenValueJsonConverter<T> : JsonConverter<T>
    where T : struct
{
    private readonly Func<string, T> _create;
    private readonly Func<T, string> _getValue;

    private protected OpenValueJsonConverter(Func<string, T> create, Func<T, string> getValue) => (_create, _getValue) = (create, getValue);

    /// <inheritdoc/>
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? _create(reader.GetString()!) : throw new JsonException($"{typeof(T).Name} must be a JSON string.");

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(_getValue(value));
    }

    /// <inheritdoc/>
    public sealed override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => _create(reader.GetString()!);

    /// <inheritdoc/>
    public sealed override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(_getValue(value));
    }
}
