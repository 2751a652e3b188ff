using System.Text.Encodings.Web;
using System.Text.Json;

namespace Trackly.Sdk.Contacts;

/// <summary>Writes one JSON object after another into the same buffer, which an import does a hundred thousand times. For one thread at a time.</summary>
internal sealed class ContactWriter : IDisposable
{
    private const int InitialSize = 512;

    /// <summary>A request is not HTML: numbers and text travel as plain UTF-8, not as escapes.</summary>
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly MemoryStream _stream = new(InitialSize);
    private readonly Utf8JsonWriter _writer;

    public ContactWriter() => _writer = new Utf8JsonWriter(_stream, Options);

    public byte[] Write<T>(T value, Action<Utf8JsonWriter, T> writeMembers)
    {
        _stream.SetLength(0);
        _writer.Reset();
        _writer.WriteStartObject();
        writeMembers(_writer, value);
        _writer.WriteEndObject();
        _writer.Flush();
        return _stream.ToArray();
    }

    public void Dispose()
    {
        // What an exception left unfinished must not be flushed.
        _writer.Reset();
        _writer.Dispose();
        _stream.Dispose();
    }
}
