using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trackly.Sdk.Pipeline;

/// <summary>Reads a status, without a new string for the one that every accepted message has.</summary>
internal sealed class StatusText : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType != JsonTokenType.String ? throw new JsonException("A status is a text.")
        : reader.ValueTextEquals("queued"u8) ? MessageStatus.Queued.Value
        : reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
