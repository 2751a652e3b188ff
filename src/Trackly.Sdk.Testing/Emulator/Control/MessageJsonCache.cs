using System.Buffers;
using System.Text.Json;
using Trackly.Sdk.Testing.Emulator.Responses;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>
/// Keeps the JSON of the last message, so that many event streams share one copy of it. The JSON of a large message can have 30 MB.
/// </summary>
internal sealed class MessageJsonCache(Action<Utf8JsonWriter, EmulatedMessage, string> write)
{
    private readonly object _lock = new();
    private EmulatedMessage? _message;
    private string? _api;
    private ReadOnlyMemory<byte> _json;

    public ReadOnlyMemory<byte> Get(EmulatedMessage message, string api)
    {
        lock (_lock)
        {
            if (!ReferenceEquals(message, _message) || api != _api)
                (_message, _api, _json) = (message, api, Serialize(message, api));
            return _json;
        }
    }

    private ReadOnlyMemory<byte> Serialize(EmulatedMessage message, string api)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonResponse.RelaxedOptions))
            write(json, message, api);
        return buffer.WrittenMemory;
    }
}
