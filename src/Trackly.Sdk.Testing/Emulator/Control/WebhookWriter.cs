using System.Text.Json;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>Writes webhooks and replies as JSON.</summary>
internal static class WebhookWriter
{
    public static string ToName(EmulatedWebhookState state) => JsonNamingPolicy.SnakeCaseLower.ConvertName(state.ToString());

    public static void Write(Utf8JsonWriter json, EmulatedWebhook webhook)
    {
        json.WriteStartObject();
        WriteMembers(json, webhook);
        json.WriteEndObject();
    }

    public static void WriteMembers(Utf8JsonWriter json, EmulatedWebhook webhook)
    {
        json.WriteNumber("id", webhook.Id);
        json.WriteString("account", webhook.Account);
        json.WriteString("event", webhook.Event);
        json.WriteString("message_id", webhook.MessageId);
        json.WriteString("phone_number", webhook.PhoneNumber);
        json.WriteString("list_number", webhook.ListNumber);
        json.WriteString("created_at", JsonValues.Format(webhook.CreatedAt));
        json.WriteString("state", ToName(webhook.State));
        JsonValues.WriteTime(json, "next_attempt_at", webhook.NextAttemptAt);
        json.WriteString("json", webhook.Json);
        json.WriteNumber("attempt_count", webhook.AttemptCount);
        json.WriteStartArray("attempts");
        foreach (var attempt in webhook.Attempts)
            Write(json, attempt);
        json.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter json, EmulatedReply reply)
    {
        json.WriteStartObject();
        WriteMembers(json, reply);
        json.WriteEndObject();
    }

    public static void WriteMembers(Utf8JsonWriter json, EmulatedReply reply)
    {
        json.WriteNumber("sequence", reply.Sequence);
        json.WriteString("received_at", JsonValues.Format(reply.ReceivedAt));
        json.WriteString("account", reply.Account);
        json.WriteString("phone_number", reply.PhoneNumber);
        json.WriteString("list_number", reply.ListNumber);
        json.WriteString("text", reply.Text);
        json.WriteBoolean("opts_out", reply.OptsOut);
        json.WriteBoolean("opts_in", reply.OptsIn);
        json.WriteNumber("webhook_id", reply.WebhookId);
    }

    private static void Write(Utf8JsonWriter json, EmulatedWebhookAttempt attempt)
    {
        json.WriteStartObject();
        json.WriteString("started_at", JsonValues.Format(attempt.StartedAt));
        json.WriteNumber("duration_ms", Math.Round(attempt.Duration.TotalMilliseconds, 1));
        JsonValues.WriteNumber(json, "status", attempt.Status);
        json.WriteString("response", attempt.Response);
        json.WriteString("error", attempt.Error);
        json.WriteEndObject();
    }
}
