using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trackly.Sdk.Pipeline;

/// <summary>A 2xx body of <c>POST v2/send</c> as it stands on the wire, every member optional.</summary>
internal sealed record SendAnswer
{
    public bool? Success { get; init; }

    public string? MessageId { get; init; }

    public string? Status { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }

    /// <summary>Reads a body. Throws <see cref="JsonException"/> when it is not an object of this shape, or says a thing twice.</summary>
    public static SendAnswer? Parse(ReadOnlySpan<byte> utf8) => JsonSerializer.Deserialize(utf8, TracklyJsonContext.Default.SendAnswer);
}
