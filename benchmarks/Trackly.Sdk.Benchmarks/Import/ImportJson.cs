using System.Text.Json.Serialization;

namespace Trackly.Sdk.Benchmarks.Import;

/// <summary>The JSON of hand-written code, generated at build time.</summary>
[JsonSerializable(typeof(BulkContacts))]
[JsonSerializable(typeof(BulkResult))]
internal sealed partial class ImportJson : JsonSerializerContext;
