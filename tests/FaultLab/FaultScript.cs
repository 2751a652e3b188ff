using System.Collections.Concurrent;

namespace FaultLab;

/// <summary>Decides which request gets which fault: one after the other as requests start to arrive, or by the message itself.</summary>
public sealed class FaultScript
{
    private readonly ConcurrentQueue<Fault> _queue;
    private readonly Fault _last;
    private readonly Func<ReceivedMessage, Fault>? _choose;

    private FaultScript(IEnumerable<Fault> queue, Fault last, Func<ReceivedMessage, Fault>? choose = null) => (_queue, _last, _choose) = (new(queue), last, choose);

    /// <summary>True if the server does not listen.</summary>
    public bool RefusesConnections => _last == ConnectionFaults.Refused;

    /// <summary>True if the next request must arrive on a connection of its own.</summary>
    public bool NextNeedsNewConnection => _choose is null && (_queue.TryPeek(out var next) ? next : _last).NeedsNewConnection;

    /// <summary>Creates a script of one fault per request; the last repeats. Without faults, every message is accepted.</summary>
    public static FaultScript CreateSequence(params Fault[] faults)
    {
        var script = new FaultScript(faults.Take(faults.Length - 1), faults.LastOrDefault() ?? PlainResponses.Accepted);
        return script._queue.Contains(ConnectionFaults.Refused)
            ? throw new ArgumentException("Refused must be the only fault: a port cannot refuse one connection and accept the next.", nameof(faults))
            : script;
    }

    /// <summary>Creates a script that chooses by message. The message is read whole and logged first, whatever the fault reads.</summary>
    public static FaultScript CreateByMessage(Func<ReceivedMessage, Fault> choose) => new([], PlainResponses.Accepted, choose);

    /// <summary>Inserts a fault before the last, which repeats.</summary>
    public void Enqueue(Fault fault) => _queue.Enqueue(fault);

    /// <summary>Takes the fault of the request that starts to arrive. Null if the message decides.</summary>
    public Fault? TakeNext() => _choose is not null ? null : _queue.TryDequeue(out var next) ? next : _last;

    /// <summary>Chooses by message. A request without a message gets a 404.</summary>
    public Fault Choose(ReceivedMessage? message) => message is null ? PlainResponses.NotFound : _choose!(message);
}
