using System.Collections.Immutable;
using Trackly.Sdk.Testing.Emulator.Messages;

namespace Trackly.Sdk.Testing.Emulator.Faults;

/// <summary>The faults that are switched on, from code and over HTTP, and which of them a request meets.</summary>
internal sealed class FaultScript(ChangeSignal changes)
{
    private readonly object _lock = new();
    private ImmutableList<ActiveFault> _lines = [];
    private int _lastId;
    private int _version;

    /// <summary>Changes whenever a line does.</summary>
    public int Version => Volatile.Read(ref _version);

    /// <summary>In the order of ids.</summary>
    public ImmutableList<ActiveFault> Lines => Volatile.Read(ref _lines);

    public ActiveFault Add(InjectedFault fault, FaultPriority priority)
    {
        ActiveFault line;
        lock (_lock)
        {
            line = New(fault, priority);
            Publish((priority is FaultPriority.Each ? _lines.RemoveAll(other => other.Priority is FaultPriority.Each) : _lines).Add(line));
        }

        changes.Signal();
        return line;
    }

    /// <returns>The new lines.</returns>
    public IReadOnlyList<ActiveFault> Replace(IEnumerable<InjectedFault> faults)
    {
        ImmutableList<ActiveFault> lines;
        lock (_lock)
            Publish(lines = [.. faults.Select(fault => New(fault, FaultPriority.Control))]);
        changes.Signal();
        return lines;
    }

    /// <returns>Whether there was such a line.</returns>
    public bool Remove(int id)
    {
        lock (_lock)
        {
            var others = _lines.RemoveAll(line => line.Id == id);
            if (others.Count == _lines.Count)
                return false;
            Publish(others);
        }

        changes.Signal();
        return true;
    }

    /// <summary>The fault of a request, which uses it up as often as it is for; <see cref="InjectedFault.None"/> when there is none.</summary>
    public InjectedFault Take(EmulatedRequest request)
    {
        // Outside the lock: a condition is the user's code, and may itself ask the emulator something.
        foreach (var line in ByPriority(Lines))
        {
            if (line.Fault.Fits(request) && TryUse(line))
                return line.Fault;
        }

        return InjectedFault.None;
    }

    private static IEnumerable<ActiveFault> ByPriority(ImmutableList<ActiveFault> lines) => lines.Count < 2
        ? lines
        : lines.OrderBy(line => line.Priority).ThenBy(line => line.Priority is FaultPriority.Condition ? -line.Id : line.Id);

    /// <summary>False when somebody else was faster, or it was switched off meanwhile.</summary>
    private bool TryUse(ActiveFault seen)
    {
        if (seen.Remaining is null)
            return true;

        lock (_lock)
        {
            var index = _lines.FindIndex(line => line.Id == seen.Id);
            if (index < 0)
                return false;
            var left = _lines[index].Remaining - 1;
            Publish(left is 0 ? _lines.RemoveAt(index) : _lines.SetItem(index, _lines[index] with { Remaining = left }));
        }

        changes.Signal();
        return true;
    }

    private ActiveFault New(InjectedFault fault, FaultPriority priority) => new(++_lastId, fault, priority, fault.Times);

    private void Publish(ImmutableList<ActiveFault> lines)
    {
        Volatile.Write(ref _lines, lines);
        Volatile.Write(ref _version, _version + 1);
    }
}
