using System.Text.Json.Serialization;

namespace Trackly.Sdk.Benchmarks.Import;

/// <summary>The response to a bulk call.</summary>
internal sealed record BulkResult([property: JsonPropertyName("success_count")] int SuccessCount, [property: JsonPropertyName("errors")] BulkResultError[] Errors);
