using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Trackly.Sdk.Testing;

namespace Trackly.Emulator;

/// <summary>Formats what is printed with <c>--json</c>: an object a line, each with the member <c>type</c>. No number and no body unless an option asks for them.</summary>
internal static class JsonLine
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string FormatStart(TracklyEmulator emulator, Settings settings) => Format(new JsonObject
    {
        ["type"] = "started",
        ["api"] = emulator.BaseAddress.AbsoluteUri,
        ["inbox"] = emulator.InboxAddress.AbsoluteUri,
        ["key"] = settings.Key,
        ["list_number"] = settings.Lists[0].Number,
    });

    public static string Format(EmulatedExchange exchange, EmulatedMessage? message, bool showTexts)
    {
        var line = new JsonObject
        {
            ["type"] = "request",
            ["at"] = exchange.ReceivedAt.UtcDateTime,
            ["sequence"] = exchange.Sequence,
            ["path"] = showTexts ? exchange.Path : PathMask.Apply(exchange.Path),
            ["status"] = exchange.Status,
            ["code"] = exchange.Code,
            ["error"] = exchange.Error,
            ["fault"] = exchange.Fault is EmulatedFault.None ? null : JsonNamingPolicy.SnakeCaseLower.ConvertName(exchange.Fault.ToString()),
            ["message_id"] = exchange.MessageId,
            ["queued_count"] = exchange.QueuedCount,
            ["segments"] = message?.Segments.Segments,
        };
        if (showTexts)
            (line["to"], line["list_number"], line["text"]) = (exchange.To, exchange.ListNumber, message?.Text ?? exchange.Body);
        return Format(line);
    }

    public static string Format(EmulatedWebhook webhook) => Format(new JsonObject
    {
        ["type"] = "webhook",
        ["at"] = webhook.Attempts[^1].StartedAt.UtcDateTime,
        ["id"] = webhook.Id,
        ["event"] = webhook.Event,
        ["message_id"] = webhook.MessageId,
        ["state"] = JsonNamingPolicy.SnakeCaseLower.ConvertName(webhook.State.ToString()),
        ["status"] = webhook.Attempts[^1].Status,
        ["error"] = webhook.Attempts[^1].Error,
        ["attempt"] = webhook.AttemptCount,
    });

    public static string Format(EmulatorFailure failure) => Format(new JsonObject
    {
        ["type"] = "failure",
        ["at"] = failure.OccurredAt.UtcDateTime,
        ["exception"] = failure.ExceptionType,
        ["stack"] = failure.StackTrace,
    });

    public static string FormatEnd(long queued) => Format(new JsonObject { ["type"] = "stopped", ["queued"] = queued });

    private static string Format(JsonObject line) => line.ToJsonString(Options);
}
