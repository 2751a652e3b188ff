using System.Text.Json.Serialization;

namespace Trackly.Sdk.Pipeline;

/// <summary>The wire forms of Trackly's JSON, generated at build time so that trimming and native compilation work.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(SendRequest))]
[JsonSerializable(typeof(SendAnswer))]
internal sealed partial class TracklyJsonContext : JsonSerializerContext;
