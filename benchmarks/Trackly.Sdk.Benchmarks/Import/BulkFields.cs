using System.Text.Json.Serialization;

namespace Trackly.Sdk.Benchmarks.Import;

/// <summary>The custom fields of a contact as hand-written code has them.</summary>
internal sealed record BulkFields([property: JsonPropertyName("first_name")] string FirstName, [property: JsonPropertyName("visits")] int Visits);
