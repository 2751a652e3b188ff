using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Trackly.Sdk.Testing.Emulator.Faults;
using Trackly.Sdk.Testing.Emulator.Responses;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>Writes server-sent events, and gives up on a reader that takes nothing.</summary>
internal sealed class EventWriter(HttpResponse response, string api, TimeProvider clock, CancellationToken cancellationToken)
{
    private static readonly TimeSpan MaxWriteTime = TimeSpan.FromSeconds(30);

    private readonly ArrayBufferWriter<byte> _json = new();

    public Task StartAsync()
    {
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        return WriteAsync(": the emulator's events\n\n");
    }

    public Task WriteClearedAsync() => WriteAsync("event: cleared\ndata: {}\n\n");

    public Task WriteKeepAliveAsync() => WriteAsync(": still here\n\n");

    public Task WriteMessageAsync(EmulatedMessage message) => WriteAsync(
        string.Create(CultureInfo.InvariantCulture, $"event: message\nid: {message.Sequence}\ndata: "), json => MessageWriter.Write(json, message, api));

    public Task WriteFaultsAsync(IEnumerable<ActiveFault> faults) => WriteAsync("event: faults\ndata: ", json =>
    {
        json.WriteStartObject();
        FaultWriter.WriteAll(json, faults);
        json.WriteEndObject();
    });

    // JSON without indentation has no line breaks, so it is one line of data.
    private Task WriteAsync(string head, Action<Utf8JsonWriter> data)
    {
        _json.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_json, JsonResponse.RelaxedOptions))
            data(json);
        Encoding.ASCII.GetBytes(head, response.BodyWriter);
        response.BodyWriter.Write(_json.WrittenSpan);
        return WriteAsync("\n\n");
    }

    private async Task WriteAsync(string text)
    {
        Encoding.ASCII.GetBytes(text, response.BodyWriter);
        var flush = response.BodyWriter.FlushAsync(cancellationToken);
        if (flush.IsCompletedSuccessfully)
            return;

        try
        {
            await flush.AsTask().WaitAsync(MaxWriteTime, clock, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw new OperationCanceledException("The reader took nothing for too long.");
        }
    }
}
