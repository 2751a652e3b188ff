using System.Text.Json;
using Trackly.Sdk.Testing.Emulator.Messages;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>Writes a request with what it got as JSON.</summary>
internal static class ExchangeWriter
{
    public static void Write(Utf8JsonWriter json, EmulatedExchange exchange)
    {
        json.WriteStartObject();
        json.WriteNumber("sequence", exchange.Sequence);
        json.WriteString("received_at", JsonValues.Format(exchange.ReceivedAt));
        json.WriteString("method", exchange.Method);
        json.WriteString("path", exchange.Path);
        json.WriteString("user_agent", exchange.UserAgent);
        json.WriteString("account", exchange.Account);
        json.WriteString("to", exchange.To);
        json.WriteString("list_number", exchange.ListNumber);
        json.WriteString("body", exchange.Body);
        JsonValues.WriteNumber(json, "status", exchange.Status);
        json.WriteString("code", exchange.Code);
        json.WriteString("error", exchange.Error);
        json.WriteString("fault", exchange.Fault.ToName());
        json.WriteString("message_id", exchange.MessageId);
        json.WriteNumber("queued_count", exchange.QueuedCount);
        json.WriteBoolean("is_refused", exchange.IsRefused);
        json.WriteEndObject();
    }
}
