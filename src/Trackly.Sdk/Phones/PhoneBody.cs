using System.Text.Json.Serialization;

namespace Trackly.Sdk.Phones;

/// <summary>The body of <c>POST v1/phone/validate</c>.</summary>
internal sealed class PhoneBody
{
    [JsonPropertyName("phone")]
    public required string Phone { get; init; }

    [JsonPropertyName("force")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Force { get; init; }
}
