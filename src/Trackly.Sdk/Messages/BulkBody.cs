using System.Text.Json.Serialization;

namespace Trackly.Sdk.Messages;

/// <summary>The body of <c>POST v2/send/bulk</c>.</summary>
internal sealed class BulkBody(IReadOnlyList<SendRequest> messages)
{
    [JsonPropertyName("messages")]
    public IReadOnlyList<SendRequest> Messages { get; } = messages;
}
