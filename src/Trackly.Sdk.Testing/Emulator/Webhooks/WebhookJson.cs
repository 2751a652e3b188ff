using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Trackly.Sdk.Testing.Emulator.Responses;

namespace Trackly.Sdk.Testing.Emulator.Webhooks;

/// <summary>Writes the events as the documentation shows them: https://docs.tracklysms.com/api-reference/v2/webhooks/events.</summary>
internal static class WebhookJson
{
    public static string WriteDelivery(EmulatedWebhook webhook, string status, string detail, DateTimeOffset now) => Write(json =>
    {
        json.WriteString("event", "delivery");
        json.WriteString("message_id", webhook.MessageId);
        json.WriteString("to", webhook.PhoneNumber);
        json.WriteString("list_number", webhook.ListNumber);
        json.WriteString("status", status);
        json.WriteString("status_detail", detail);
        json.WriteString("provider", "infobip");
        json.WriteString("timestamp", Format(now));
    });

    public static string WriteUnsubscribe(string phoneNumber, string listNumber, string keyword, DateTimeOffset now) => Write(json =>
    {
        json.WriteString("event", "unsubscribe");
        json.WriteString("phone_number", phoneNumber);
        json.WriteString("list_number", listNumber);
        json.WriteString("keyword", keyword);
        json.WriteString("timestamp", Format(now));
    });

    // The fields of this event are not documented. The emulator's choice: those of unsubscribe, and body.
    public static string WriteReply(string phoneNumber, string listNumber, string body, DateTimeOffset now) => Write(json =>
    {
        json.WriteString("event", "reply");
        json.WriteString("phone_number", phoneNumber);
        json.WriteString("list_number", listNumber);
        json.WriteString("body", body);
        json.WriteString("timestamp", Format(now));
    });

    private static string Format(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string Write(Action<Utf8JsonWriter> writeMembers)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonResponse.RelaxedOptions))
        {
            json.WriteStartObject();
            writeMembers(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
