using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Trackly.Sdk.Testing.Emulator.Messages;
using Trackly.Sdk.Testing.Emulator.Responses;

namespace Trackly.Sdk.Testing.Emulator.Faults;

/// <summary>
/// The faults that are switched on, from code and over HTTP, and the choice of one for a request. Safe to use from many threads at once.
/// </summary>
internal sealed class FaultScript(ChangeSignal changes)
{
    private readonly object _lock = new();
    private ImmutableList<ActiveFault> _faults = [];
    private int _lastId;
    private int _version;

    /// <summary>Changes whenever a fault does.</summary>
    public int Version => Volatile.Read(ref _version);

    /// <summary>In the order of ids.</summary>
    public ImmutableList<ActiveFault> Faults => Volatile.Read(ref _faults);

    public ActiveFault Add(InjectedFault fault, FaultPriority priority)
    {
        ActiveFault active;
        lock (_lock)
        {
            active = Activate(fault, priority);
            Publish((priority is FaultPriority.All ? _faults.RemoveAll(other => other.Priority is FaultPriority.All) : _faults).Add(active));
        }

        changes.Signal();
        return active;
    }

    /// <returns>The new faults.</returns>
    public IReadOnlyList<ActiveFault> Replace(IEnumerable<InjectedFault> faults)
    {
        ImmutableList<ActiveFault> active;
        lock (_lock)
            Publish(active = [.. faults.Select(fault => Activate(fault, FaultPriority.Control))]);
        changes.Signal();
        return active;
    }

    /// <returns>Whether there was such a fault.</returns>
    public bool Remove(int id)
    {
        lock (_lock)
        {
            var others = _faults.RemoveAll(fault => fault.Id == id);
            if (others.Count == _faults.Count)
                return false;
            Publish(others);
        }

        changes.Signal();
        return true;
    }

    /// <summary>Takes the fault for a request.</summary>
    /// <returns>The response when a condition threw, which is a test's code: the test cannot see what is thrown here. Null otherwise.</returns>
    public ErrorResponse? Take(EmulatedRequest request, out InjectedFault fault) => Take(candidate => candidate.Matches(request), "When", out fault);

    /// <summary>Takes the fault for a call of contacts, lists or phones.</summary>
    /// <returns>The response when a condition threw. Null otherwise.</returns>
    public ErrorResponse? Take(Func<ApiCall> getCall, out InjectedFault fault) => Take(candidate => candidate.Matches(getCall), "WhenCalled", out fault);

    private ErrorResponse? Take(Func<InjectedFault, bool> matches, string verb, out InjectedFault fault)
    {
        try
        {
            fault = Take(matches);
            return null;
        }
        catch (Exception exception)
        {
            fault = InjectedFault.None;
            return new ErrorResponse(StatusCodes.Status500InternalServerError, $"A condition given to {verb}(...) threw {exception.GetType().Name}.");
        }
    }

    /// <summary>Returns the fault that matches and counts it down, or <see cref="InjectedFault.None"/> when there is none.</summary>
    private InjectedFault Take(Func<InjectedFault, bool> matches)
    {
        // Outside the lock: a condition is the user's code and may call the emulator.
        foreach (var active in ByPriority(Faults))
        {
            if (matches(active.Fault) && TryUse(active))
                return active.Fault;
        }

        return InjectedFault.None;
    }

    private static IEnumerable<ActiveFault> ByPriority(ImmutableList<ActiveFault> faults) => faults.Count < 2
        ? faults
        : faults.OrderBy(fault => fault.Priority).ThenBy(GetWidth).ThenBy(fault => IsNewestFirst(fault) ? -fault.Id : fault.Id);

    // A fault over HTTP with a number of requests or a phone number comes before wider ones, which would otherwise hide it.
    private static int GetWidth(ActiveFault active) => active.Priority is FaultPriority.Control ? active.Fault.Width : 0;

    private static bool IsNewestFirst(ActiveFault active) =>
        active.Priority is FaultPriority.Condition || (active.Priority is FaultPriority.Control && active.Fault.Times is null);

    /// <returns>False when another request used it up, or it was switched off meanwhile.</returns>
    private bool TryUse(ActiveFault seen)
    {
        if (seen.Remaining is null)
            return true;

        lock (_lock)
        {
            var index = _faults.FindIndex(fault => fault.Id == seen.Id);
            if (index < 0)
                return false;
            var remaining = _faults[index].Remaining - 1;
            Publish(remaining is 0 ? _faults.RemoveAt(index) : _faults.SetItem(index, _faults[index] with { Remaining = remaining }));
        }

        changes.Signal();
        return true;
    }

    private ActiveFault Activate(InjectedFault fault, FaultPriority priority) => new(++_lastId, fault, priority, fault.Times);

    private void Publish(ImmutableList<ActiveFault> faults)
    {
        Volatile.Write(ref _faults, faults);
        Volatile.Write(ref _version, _version + 1);
    }
}
