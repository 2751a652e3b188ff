namespace Trackly.Sdk.Testing.Emulator.Messages;

/// <summary>The latest changes in their order, for readers that want to see each of them. Safe to use from many threads at once.</summary>
/// <remarks>A reader that is too slow for the number that is kept is told so, and reads the whole state instead.</remarks>
internal sealed class ActivityLog(ChangeSignal changes)
{
    private const int MaxEntries = 4_000;
    private readonly object _lock = new();
    private readonly Queue<object> _entries = new();
    private long _last;

    /// <summary>The number of the last change.</summary>
    public long Last => Interlocked.Read(ref _last);

    /// <param name="entry">What has changed, as it is now. It must not change any more.</param>
    public void Add(object entry)
    {
        lock (_lock)
        {
            _entries.Enqueue(entry);
            if (_entries.Count > MaxEntries)
                _entries.Dequeue();
            _last++;
        }

        changes.Signal();
    }

    /// <returns>The changes after a number, or null when some of them are no longer kept; and the number of the last one.</returns>
    public (IReadOnlyList<object>? Entries, long Last) ReadAfter(long number)
    {
        lock (_lock)
        {
            var missing = _last - number;
            return (missing > _entries.Count ? null : [.. _entries.Skip(_entries.Count - (int)missing)], _last);
        }
    }
}
