using System.Text.Json.Serialization;

namespace Trackly.Sdk.Benchmarks.Import;

/// <summary>A contact as hand-written code has it.</summary>
internal sealed record BulkContact(
    [property: JsonPropertyName("phone_number")] string PhoneNumber,
    [property: JsonPropertyName("list_number")] string ListNumber,
    [property: JsonPropertyName("custom_fields")] BulkFields CustomFields);
