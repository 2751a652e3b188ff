using System.Text.Json.Serialization;

namespace Trackly.Sdk.SendOnce.Sending;

/// <summary>The JSON of a request, as Trackly names its members.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SendRequest))]
internal sealed partial class SendOnceJsonContext : JsonSerializerContext;
