using System.Collections.Concurrent;

namespace Trackly.Sdk.Testing.Api;

/// <summary>Which phone numbers do not want messages from which lists. Safe to use from many threads at once.</summary>
internal sealed class OptOuts
{
    private const int MaxCount = 100_000;
    private readonly ConcurrentDictionary<(string PhoneNumber, string ListNumber), OptOut> _all = new();

    /// <summary>Gets a snapshot of all opt-outs, in no particular order.</summary>
    public IReadOnlyList<(string PhoneNumber, string ListNumber, OptOut OptOut)> All => [.. _all.Select(static one => (one.Key.PhoneNumber, one.Key.ListNumber, one.Value))];

    public OptOut? Find(string phoneNumber, string listNumber) => _all.TryGetValue((phoneNumber, listNumber), out var optOut) ? optOut : null;

    public bool Contains(string phoneNumber, string listNumber) => _all.ContainsKey((phoneNumber, listNumber));

    /// <returns>Whether the number had not opted out before.</returns>
    /// <exception cref="InvalidOperationException">There are too many.</exception>
    public bool Add(string phoneNumber, string listNumber, OptOut optOut)
    {
        if (_all.Count >= MaxCount)
            throw new InvalidOperationException($"An account of the emulator keeps at most {MaxCount} opt-outs.");
        return _all.TryAdd((phoneNumber, listNumber), optOut);
    }

    public void Remove(string phoneNumber, string listNumber) => _all.TryRemove((phoneNumber, listNumber), out _);

    public void Clear() => _all.Clear();
}
