using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Trackly.Sdk.Testing.Emulator;

/// <summary>What the emulator says: a status and a JSON object.</summary>
internal abstract record Answer(int Status)
{
    public async Task SendAsync(HttpContext context)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            WriteMembers(json);
            json.WriteEndObject();
        }

        context.Response.StatusCode = Status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.WrittenCount;
        await context.Response.Body.WriteAsync(body.WrittenMemory, context.RequestAborted).ConfigureAwait(false);
    }

    protected abstract void WriteMembers(Utf8JsonWriter json);
}
