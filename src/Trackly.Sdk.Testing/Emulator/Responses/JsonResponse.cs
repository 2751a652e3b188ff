using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Trackly.Sdk.Testing.Emulator.Responses;

/// <summary>A response with a status and a JSON object.</summary>
internal abstract record JsonResponse(int Status) : EmulatorResponse
{
    /// <summary>Characters stay readable in a shell. The JSON is never served as HTML.</summary>
    public static JsonWriterOptions RelaxedOptions { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override int? StatusCode => Status;

    public override async Task SendAsync(HttpContext context, CancellationToken closing)
    {
        var body = Body();
        WriteHead(context.Response, body.Length);
        await context.Response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
    }

    public void WriteHead(HttpResponse response, int length)
    {
        response.StatusCode = Status;
        response.ContentType = "application/json";
        response.ContentLength = length;
        WriteHeaders(response.Headers);
    }

    public ReadOnlyMemory<byte> Body()
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body, RelaxedOptions))
        {
            json.WriteStartObject();
            WriteMembers(json);
            json.WriteEndObject();
        }

        return body.WrittenMemory;
    }

    protected abstract void WriteMembers(Utf8JsonWriter json);

    protected virtual void WriteHeaders(IHeaderDictionary headers)
    {
    }
}
