using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Trackly.Sdk.Testing.Emulator.Faults;
using Trackly.Sdk.Testing.Emulator.Responses;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>Writes server-sent events, and gives up on a reader that takes nothing.</summary>
internal sealed class EventWriter(HttpResponse response, string api, MessageJsonCache cache, TimeProvider clock, CancellationToken cancellationToken)
{
    private const int ChunkLength = 64 * 1024;
    private static readonly TimeSpan MaxWriteTime = TimeSpan.FromSeconds(30);

    public Task StartAsync()
    {
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        // An emulator restarts often: a reader that loses it connects again after so many milliseconds.
        return WriteAsync(": the emulator's events\nretry: 500\n\n");
    }

    public Task WriteClearedAsync() => WriteAsync("event: cleared\ndata: {}\n\n");

    public Task WriteKeepAliveAsync() => WriteAsync(": still here\n\n");

    public Task WriteMessageAsync(EmulatedMessage message) =>
        WriteAsync(string.Create(CultureInfo.InvariantCulture, $"event: message\nid: {message.Sequence}\ndata: "), cache.Get(message, api));

    public Task WriteFaultsAsync(IEnumerable<ActiveFault> faults) => WriteAsync("event: faults\ndata: ", Serialize(json => FaultWriter.WriteAll(json, faults)));

    /// <param name="entries">The changes. Null means that some are missing, and that the reader has to read the whole state again.</param>
    public async Task WriteActivityAsync(IReadOnlyList<object>? entries)
    {
        if (entries is null)
            await WriteAsync("event: missed\ndata: {}\n\n").ConfigureAwait(false);
        foreach (var entry in entries ?? [])
        {
            var (name, data) = ActivityWriter.Serialize(entry);
            await WriteAsync($"event: {name}\ndata: ", data).ConfigureAwait(false);
        }
    }

    // JSON without indentation has no line breaks, so it is one line of data. It is sent in chunks, because the server buffers what the reader has
    // not taken.
    private async Task WriteAsync(string head, ReadOnlyMemory<byte> data)
    {
        Encoding.ASCII.GetBytes(head, response.BodyWriter);
        for (; data.Length > ChunkLength; data = data[ChunkLength..])
        {
            response.BodyWriter.Write(data.Span[..ChunkLength]);
            await FlushAsync().ConfigureAwait(false);
        }

        response.BodyWriter.Write(data.Span);
        await WriteAsync("\n\n").ConfigureAwait(false);
    }

    private static ReadOnlyMemory<byte> Serialize(Action<Utf8JsonWriter> writeMembers)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonResponse.RelaxedOptions))
        {
            json.WriteStartObject();
            writeMembers(json);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private Task WriteAsync(string text)
    {
        Encoding.ASCII.GetBytes(text, response.BodyWriter);
        return FlushAsync();
    }

    private async Task FlushAsync()
    {
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
