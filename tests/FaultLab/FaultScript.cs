using System.Collections.Concurrent;

namespace FaultLab;

/// <summary>Which fault meets which request: one after the other as requests begin to arrive, or by the message itself.</summary>
public sealed class FaultScript
{
    private readonly ConcurrentQueue<Fault> _coming;
    private readonly Fault _otherwise;
    private readonly Func<LabMessage, Fault>? _byMessage;

    private FaultScript(IEnumerable<Fault> coming, Fault otherwise, Func<LabMessage, Fault>? byMessage = null) =>
        (_coming, _otherwise, _byMessage) = (new(coming), otherwise, byMessage);

    /// <summary>True where the port stays shut.</summary>
    public bool Refuses => _otherwise == ConnectionFaults.Refused;

    /// <summary>True where the next request must come on a connection of its own.</summary>
    public bool NextNeedsFreshConnection => _byMessage is null && (_coming.TryPeek(out var next) ? next : _otherwise).NeedsFreshConnection;

    /// <summary>One fault a request; the last goes on for ever. Without any, all is accepted.</summary>
    public static FaultScript InOrder(params Fault[] faults)
    {
        var script = new FaultScript(faults.Take(faults.Length - 1), faults.LastOrDefault() ?? PlainAnswers.Accepted);
        return script._coming.Contains(ConnectionFaults.Refused)
            ? throw new ArgumentException("A port cannot refuse one connection and take the next: a refusal stands alone.", nameof(faults))
            : script;
    }

    /// <summary>The message, read whole and counted before the fault is known, whatever the fault says it reads.</summary>
    public static FaultScript ByMessage(Func<LabMessage, Fault> choose) => new([], PlainAnswers.Accepted, choose);

    /// <summary>Puts a fault before the one that goes on for ever.</summary>
    public void Enqueue(Fault fault) => _coming.Enqueue(fault);

    /// <summary>The fault of the request that begins to arrive, null where the message chooses.</summary>
    public Fault? Next() => _byMessage is not null ? null : _coming.TryDequeue(out var next) ? next : _otherwise;

    /// <summary>What the message chooses; a request that brought none is not found.</summary>
    public Fault For(LabMessage? message) => message is null ? PlainAnswers.NotFound : _byMessage!(message);
}
