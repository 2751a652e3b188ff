using System.Text.Json.Serialization;

namespace Trackly.Sdk.Benchmarks.Import;

/// <summary>The body of a bulk call.</summary>
internal sealed record BulkContacts([property: JsonPropertyName("contacts")] BulkContact[] Contacts);
