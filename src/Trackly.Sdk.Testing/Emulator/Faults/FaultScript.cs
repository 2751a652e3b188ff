using System.Collections.Immutable;

namespace Trackly.Sdk.Testing.Emulator.Faults;

/// <summary>The faults that are switched on, from code and over HTTP, and which of them a request meets.</summary>
internal sealed class FaultScript(Bell bell)
{
    private readonly object _turn = new();
    private ImmutableList<FaultLine> _lines = [];
    private int _lastId;
    private int _version;

    /// <summary>Changes whenever a line does.</summary>
    public int Version => Volatile.Read(ref _version);

    /// <summary>In the order of ids.</summary>
    public ImmutableList<FaultLine> Lines => Volatile.Read(ref _lines);

    public FaultLine Add(Fault fault, FaultRank rank)
    {
        FaultLine line;
        lock (_turn)
        {
            line = New(fault, rank);
            Become((rank is FaultRank.Each ? _lines.RemoveAll(other => other.Rank is FaultRank.Each) : _lines).Add(line));
        }

        bell.Ring();
        return line;
    }

    /// <returns>The new lines.</returns>
    public IReadOnlyList<FaultLine> Replace(IEnumerable<Fault> faults)
    {
        ImmutableList<FaultLine> lines;
        lock (_turn)
            Become(lines = [.. faults.Select(fault => New(fault, FaultRank.Control))]);
        bell.Ring();
        return lines;
    }

    /// <returns>Whether there was such a line.</returns>
    public bool Remove(int id)
    {
        lock (_turn)
        {
            var others = _lines.RemoveAll(line => line.Id == id);
            if (others.Count == _lines.Count)
                return false;
            Become(others);
        }

        bell.Ring();
        return true;
    }

    /// <summary>The fault of a request, which uses it up as often as it is for; <see cref="Fault.None"/> when there is none.</summary>
    public Fault Take(EmulatedRequest request)
    {
        // Outside the lock: a condition is the user's code, and may itself ask the emulator something.
        foreach (var line in InOrderOfAsking(Lines))
        {
            if (line.Fault.Fits(request) && TryUse(line))
                return line.Fault;
        }

        return Fault.None;
    }

    private static IEnumerable<FaultLine> InOrderOfAsking(ImmutableList<FaultLine> lines) => lines.Count < 2
        ? lines
        : lines.OrderBy(line => line.Rank).ThenBy(line => line.Rank is FaultRank.Condition ? -line.Id : line.Id);

    /// <summary>False when somebody else was faster, or it was switched off meanwhile.</summary>
    private bool TryUse(FaultLine seen)
    {
        if (seen.Remaining is null)
            return true;

        lock (_turn)
        {
            var index = _lines.FindIndex(line => line.Id == seen.Id);
            if (index < 0)
                return false;
            var left = _lines[index].Remaining - 1;
            Become(left is 0 ? _lines.RemoveAt(index) : _lines.SetItem(index, _lines[index] with { Remaining = left }));
        }

        bell.Ring();
        return true;
    }

    private FaultLine New(Fault fault, FaultRank rank) => new(++_lastId, fault, rank, fault.Times);

    private void Become(ImmutableList<FaultLine> lines)
    {
        Volatile.Write(ref _lines, lines);
        Volatile.Write(ref _version, _version + 1);
    }
}
