using System.Text.Json.Serialization;
using Trackly.Sdk.Testing.Emulator.Messages;

namespace Trackly.Sdk.Testing.Emulator.Store;

/// <summary>A line of the file: a message, a change of the status of an earlier one, or that all before it are gone.</summary>
internal sealed record StoredLine
{
    /// <summary>The number of the message. 0 means that the messages before this line were cleared. It is the first member of every line.</summary>
    [JsonPropertyName("sequence")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required long Sequence { get; init; }

    /// <summary>Whether the numbers start again after this line.</summary>
    [JsonPropertyName("reset")]
    public bool Reset { get; init; }

    /// <summary>In a line that clears the messages: how many were queued until then, if no earlier line says so.</summary>
    [JsonPropertyName("queued")]
    public long Queued { get; init; }

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

    public static StoredLine Create(EmulatedMessage message) => new()
    {
        Sequence = message.Sequence,
        MessageId = message.MessageId,
        ReceivedAt = message.ReceivedAt,
        Account = message.Account,
        Status = message.Status,
        StatusDetail = message.StatusDetail,
        Fault = message.Fault.ToName(),
        Notes = message.Notes.Count == 0 ? null : message.Notes,
        Request = message.RawJson,
    };
}
