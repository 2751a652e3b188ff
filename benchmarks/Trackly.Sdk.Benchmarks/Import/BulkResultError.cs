using System.Text.Json.Serialization;

namespace Trackly.Sdk.Benchmarks.Import;

/// <summary>The error of one contact.</summary>
internal sealed record BulkResultError([property: JsonPropertyName("index")] int Index, [property: JsonPropertyName("code")] string? Code);
