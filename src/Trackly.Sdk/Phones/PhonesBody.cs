using System.Text.Json.Serialization;

namespace Trackly.Sdk.Phones;

/// <summary>The body of <c>POST v1/phone/validate/batch</c>.</summary>
internal sealed class PhonesBody
{
    [JsonPropertyName("phones")]
    public required IReadOnlyList<string> Phones { get; init; }

    [JsonPropertyName("force")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Force { get; init; }
}
