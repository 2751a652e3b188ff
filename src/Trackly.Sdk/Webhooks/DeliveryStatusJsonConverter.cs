using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trackly.Sdk;

/// <summary>Writes a <see cref="DeliveryStatus"/> as a JSON string and reads it back. Public for source generators of other assemblies.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DeliveryStatusJsonConverter : JsonConverter<DeliveryStatus>
{
    /// <inheritdoc/>
    public override DeliveryStatus Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? new DeliveryStatus(reader.GetString()!)
            : throw new JsonException("A delivery status must be a JSON string.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DeliveryStatus value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.Value);
    }

    /// <inheritdoc/>
    public override DeliveryStatus ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString()!);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, DeliveryStatus value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(value.Value);
    }
}
