using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;

namespace FaultLab;

/// <summary>What the server received. Wait until the server is idle before reading it: a client can give up before the server has read what was sent.</summary>
public sealed class RequestLog
{
    private readonly List<byte> _bytes = [];
    private readonly ConcurrentQueue<string?> _apiKeys = new();
    private readonly ConcurrentQueue<ReceivedMessage> _received = new();
    private readonly ConcurrentQueue<(ReceivedMessage Message, ResponseMeaning Meaning)> _responses = new();
    private readonly ConcurrentDictionary<string, int> _deliveries = new();
    private int _connections;
    private int _started;
    private int _abandoned;
    private int _lastNumber;

    /// <summary>Connections accepted.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>Requests of which at least one byte arrived, whether it was read or not.</summary>
    public int Started => Volatile.Read(ref _started);

    /// <summary>Requests whose whole head was read.</summary>
    public int Heads => _apiKeys.Count;

    /// <summary>The X-Api-Key header of each head. Null if the header was missing.</summary>
    public IReadOnlyList<string?> ApiKeys => [.. _apiKeys];

    /// <summary>Messages whose whole body was read.</summary>
    public IReadOnlyList<ReceivedMessage> Received => [.. _received.OrderBy(message => message.Number)];

    /// <summary>Late responses that the client did not wait for.</summary>
    public int Abandoned => Volatile.Read(ref _abandoned);

    /// <summary>Gets every byte that was read, as text, in the order in which it was read.</summary>
    public string GetText()
    {
        lock (_bytes)
            return Encoding.UTF8.GetString([.. _bytes]);
    }

    /// <summary>Gets the messages whose response had this meaning and was written to its last byte, in the order in which they were received.</summary>
    public IReadOnlyList<ReceivedMessage> GetMessages(ResponseMeaning meaning) =>
        [.. _responses.Where(response => response.Meaning == meaning).Select(response => response.Message).OrderBy(message => message.Number)];

    internal ChangeSignal Changes { get; } = new();

    internal int CountConnection()
    {
        var number = Interlocked.Increment(ref _connections);
        Changes.Signal();
        return number;
    }

    internal void AddBytes(byte[] buffer, int offset, int count)
    {
        lock (_bytes)
            _bytes.AddRange(new ArraySegment<byte>(buffer, offset, count));
    }

    internal void CountStart()
    {
        Interlocked.Increment(ref _started);
        Changes.Signal();
    }

    internal void CountHead(string? apiKey)
    {
        _apiKeys.Enqueue(apiKey);
        Changes.Signal();
    }

    internal void CountAbandoned()
    {
        Interlocked.Increment(ref _abandoned);
        Changes.Signal();
    }

    internal void AddResponse(ReceivedMessage message, ResponseMeaning meaning)
    {
        _responses.Enqueue((message, meaning));
        Changes.Signal();
    }

    internal ReceivedMessage AddMessage(int connection, string? apiKey, byte[] body)
    {
        var text = Encoding.UTF8.GetString(body);
        var id = FindId(text);
        var delivery = id is null ? 1 : _deliveries.AddOrUpdate(id, 1, (_, before) => before + 1);
        var message = new ReceivedMessage(Interlocked.Increment(ref _lastNumber), connection, apiKey, text, id, delivery);
        _received.Enqueue(message);
        Changes.Signal();
        return message;
    }

    private static string? FindId(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind is JsonValueKind.Object
                && json.RootElement.TryGetProperty("metadata", out var metadata) && metadata.ValueKind is JsonValueKind.Object
                && metadata.TryGetProperty("id", out var id) ? id.ToString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
