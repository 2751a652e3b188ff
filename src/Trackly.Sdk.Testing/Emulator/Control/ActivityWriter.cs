using System.Buffers;
using System.Text.Json;
using Trackly.Sdk.Testing.Emulator.Responses;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>Writes the changes that the event stream has beside new messages and faults.</summary>
internal static class ActivityWriter
{
    /// <returns>The name of the event and its data.</returns>
    public static (string Name, ReadOnlyMemory<byte> Data) Serialize(object entry)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, JsonResponse.RelaxedOptions);
        var name = Write(json, entry);
        json.Flush();
        return (name, buffer.WrittenMemory);
    }

    private static string Write(Utf8JsonWriter json, object entry)
    {
        switch (entry)
        {
            case EmulatedExchange exchange:
                ExchangeWriter.Write(json, exchange);
                return "request";
            case EmulatedWebhook webhook:
                WebhookWriter.Write(json, webhook);
                return "webhook";
            case EmulatedReply reply:
                WebhookWriter.Write(json, reply);
                return "reply";
            case EmulatedMessage message:
                json.WriteStartObject();
                json.WriteNumber("sequence", message.Sequence);
                json.WriteString("message_id", message.MessageId);
                json.WriteString("to", message.To);
                json.WriteString("status", message.Status);
                json.WriteString("status_detail", message.StatusDetail);
                json.WriteEndObject();
                return "status";
            default:
                throw new ArgumentException("There is no event for this change.", nameof(entry));
        }
    }
}
