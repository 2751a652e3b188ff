using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Trackly.Sdk.Testing.Emulator.Messages;
using Trackly.Sdk.Testing.Emulator.Responses;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>Messages, newest first. They are flushed while they are written, because a thousand of them can be long.</summary>
internal sealed record MessageListResponse(MessageQuery Query, OutboxSnapshot Snapshot, string Api) : EmulatorResponse
{
    private const int FlushAt = 64 * 1024;

    public override async Task SendAsync(HttpContext context, CancellationToken closing)
    {
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        var body = context.Response.BodyWriter;
        var json = new Utf8JsonWriter(body, JsonResponse.RelaxedOptions);
        await using (json.ConfigureAwait(false))
        {
            json.WriteStartObject();
            json.WriteStartArray("messages");
            var count = 0;
            foreach (var message in Query.Find(Snapshot, context.RequestAborted))
            {
                // One more than the limit, to know whether there are more.
                if (++count > Query.Limit)
                    break;
                if (Query.IsSummary)
                    MessageSummaryWriter.Write(json, message);
                else
                    MessageWriter.Write(json, message, Api);
                if (json.BytesPending < FlushAt)
                    continue;
                await json.FlushAsync(context.RequestAborted).ConfigureAwait(false);
                await body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
            }

            json.WriteEndArray();
            json.WriteBoolean("has_more", count > Query.Limit);
            json.WriteNumber("queued", Snapshot.Queued);
            json.WriteNumber("kept", Snapshot.Messages.Count);
            json.WriteNumber("dropped", Snapshot.Dropped);
            json.WriteEndObject();
        }
    }
}
