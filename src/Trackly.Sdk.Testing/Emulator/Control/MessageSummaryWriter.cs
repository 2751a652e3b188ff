using System.Text.Json;
using Trackly.Sdk.Testing.Emulator.Messages;
using Trackly.Sdk.Testing.Emulator.Requests;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>Writes what a list shows of a message. A whole message contains its text four times, and can take 30 MB.</summary>
internal static class MessageSummaryWriter
{
    private const int MaxTextLength = 1_000;

    public static void Write(Utf8JsonWriter json, EmulatedMessage message)
    {
        json.WriteStartObject();
        json.WriteNumber("sequence", message.Sequence);
        json.WriteString("message_id", message.MessageId);
        json.WriteString("received_at", JsonValues.Format(message.ReceivedAt));
        json.WriteString("account", message.Account);
        json.WriteString("status", message.Status);
        json.WriteString("status_detail", message.StatusDetail);
        json.WriteString("to", message.To);
        json.WriteString("list_number", message.ListNumber);
        json.WriteString("text", Excerpt.Create(message.Text, MaxTextLength));
        json.WriteString("encoding", message.Segments.Encoding is SmsEncoding.Gsm7 ? "gsm7" : "ucs2");
        json.WriteNumber("segments", message.Segments.Segments);
        json.WriteNumber("note_count", message.Notes.Count);
        json.WriteString("fault", message.Fault.ToName());
        json.WriteEndObject();
    }
}
