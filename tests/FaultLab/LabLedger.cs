using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;

namespace FaultLab;

/// <summary>What the lab saw. Settle the server before reading it: a client can give up before the lab has read what it sent.</summary>
public sealed class LabLedger
{
    private readonly LabActivity _activity;
    private readonly ConcurrentQueue<string?> _apiKeys = new();
    private readonly ConcurrentQueue<LabMessage> _received = new();
    private readonly ConcurrentQueue<(LabMessage Message, LabVerdict Verdict)> _answered = new();
    private readonly ConcurrentDictionary<string, int> _deliveries = new();
    private int _connections;
    private int _begun;
    private int _abandoned;
    private int _numbers;

    internal LabLedger(LabActivity activity) => _activity = activity;

    /// <summary>Connections accepted.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>Requests of which a byte arrived, read or not.</summary>
    public int Begun => Volatile.Read(ref _begun);

    /// <summary>Requests whose head arrived whole and was read.</summary>
    public int Heads => _apiKeys.Count;

    /// <summary>The X-Api-Key header of each head, null where it had none.</summary>
    public IReadOnlyList<string?> ApiKeys => [.. _apiKeys];

    /// <summary>Messages whose body arrived whole and was read.</summary>
    public IReadOnlyList<LabMessage> Received => [.. _received.OrderBy(message => message.Number)];

    /// <summary>Late answers that the client did not wait for.</summary>
    public int Abandoned => Volatile.Read(ref _abandoned);

    /// <summary>The messages received that were told this, the last byte of the answer written; in the order in which they were received.</summary>
    public IReadOnlyList<LabMessage> Told(LabVerdict verdict) =>
        [.. _answered.Where(answer => answer.Verdict == verdict).Select(answer => answer.Message).OrderBy(message => message.Number)];

    internal int CountConnection()
    {
        var number = Interlocked.Increment(ref _connections);
        _activity.Pulse();
        return number;
    }

    internal void CountBegun()
    {
        Interlocked.Increment(ref _begun);
        _activity.Pulse();
    }

    internal void CountHead(string? apiKey)
    {
        _apiKeys.Enqueue(apiKey);
        _activity.Pulse();
    }

    internal void CountAbandoned()
    {
        Interlocked.Increment(ref _abandoned);
        _activity.Pulse();
    }

    internal void CountAnswer(LabMessage message, LabVerdict verdict)
    {
        _answered.Enqueue((message, verdict));
        _activity.Pulse();
    }

    internal LabMessage CountMessage(int connection, string? apiKey, byte[] body)
    {
        var text = Encoding.UTF8.GetString(body);
        var id = IdIn(text);
        var delivery = id is null ? 1 : _deliveries.AddOrUpdate(id, 1, (_, before) => before + 1);
        var message = new LabMessage(Interlocked.Increment(ref _numbers), connection, apiKey, text, id, delivery);
        _received.Enqueue(message);
        _activity.Pulse();
        return message;
    }

    private static string? IdIn(string body)
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
