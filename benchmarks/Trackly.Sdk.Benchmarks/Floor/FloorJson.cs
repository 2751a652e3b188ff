using System.Text.Json.Serialization;

namespace Trackly.Sdk.Benchmarks.Floor;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FloorMessage))]
[JsonSerializable(typeof(FloorResponse))]
[JsonSerializable(typeof(FloorError))]
internal sealed partial class FloorJson : JsonSerializerContext;
