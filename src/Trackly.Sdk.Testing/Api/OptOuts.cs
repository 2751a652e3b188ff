using System.Collections.Concurrent;

namespace Trackly.Sdk.Testing.Api;

/// <summary>Which phone numbers do not want messages from which lists. Safe to use from many threads at once.</summary>
internal sealed class OptOuts
{
    private const int MaxCount = 100_000;
    private readonly ConcurrentDictionary<(string PhoneNumber, string ListNumber), bool> _all = new();

    public bool Contains(string phoneNumber, string listNumber) => _all.ContainsKey((phoneNumber, listNumber));

    /// <returns>Whether the number had not opted out before.</returns>
    /// <exception cref="InvalidOperationException">There are too many.</exception>
    public bool Add(string phoneNumber, string listNumber)
    {
        if (_all.Count >= MaxCount)
            throw new InvalidOperationException($"An account of the emulator keeps at most {MaxCount} opt-outs.");
        return _all.TryAdd((phoneNumber, listNumber), true);
    }

    public void Remove(string phoneNumber, string listNumber) => _all.TryRemove((phoneNumber, listNumber), out _);

    public void Clear() => _all.Clear();
}
