using System.Text.Json.Serialization;

namespace Trackly.Sdk.Testing.Emulator.Store;

/// <summary>A line of the file: a message, a change of the status of an earlier one, or that all before it are gone.</summary>
internal sealed record StoredLine
{
    /// <summary>The number of the message. 0 means that the messages before this line were cleared.</summary>
    [JsonPropertyName("sequence")]
    public required long Sequence { get; init; }

    /// <summary>Whether the numbers start again after this line.</summary>
    [JsonPropertyName("reset")]
    public bool Reset { get; init; }

    [JsonPropertyName("status")]
    public string? Status { get; init; }

    [JsonPropertyName("status_detail")]
    public string? StatusDetail { get; init; }

    [JsonPropertyName("message_id")]
    public string? MessageId { get; init; }

    [JsonPropertyName("received_at")]
    public DateTimeOffset? ReceivedAt { get; init; }

    [JsonPropertyName("account")]
    public string? Account { get; init; }

    [JsonPropertyName("fault")]
    public string? Fault { get; init; }

    [JsonPropertyName("notes")]
    public IReadOnlyList<string>? Notes { get; init; }

    /// <summary>The JSON of the request, from which the text and the segments follow. Null in a line that changes a status.</summary>
    [JsonPropertyName("request")]
    public string? Request { get; init; }
}
