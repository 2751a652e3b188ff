namespace Trackly.Sdk.Streams;

/// <summary>The pace of every list that the streams of one client send to. A list is forgotten when it rests, so that a million wrong numbers take no memory.</summary>
internal sealed class ListPacer(TimeProvider clock)
{
    /// <summary>A server that asks for more is asked again after a day.</summary>
    private static readonly TimeSpan MaxPause = TimeSpan.FromDays(1);

    private readonly object _lock = new();
    private readonly Dictionary<string, ListPace> _lists = new(StringComparer.Ordinal);

    public TimeProvider Clock => clock;

    /// <summary>Gets how many lists are remembered.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _lists.Count;
        }
    }

    /// <summary>Waits until a message to a list may start.</summary>
    /// <param name="list">The number of the list.</param>
    /// <param name="perMinute">How many messages a minute may start. Null means that only a pause counts.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask WaitAsync(string list, int? perMinute, CancellationToken cancellationToken)
    {
        if (perMinute is null && !IsPaused(list))
            return;
        var pace = Enter(list);
        var holds = false;
        try
        {
            if (await pace.WaitAsync(perMinute, cancellationToken).ConfigureAwait(false) is var (permit, time))
            {
                // From now on, not from the start of the message: a caller that never goes on would keep the list from other streams.
                holds = true;
                new LaterAction(() =>
                {
                    permit.Dispose();
                    Leave(list, pace);
                }).Start(clock, time);
            }
        }
        finally
        {
            if (!holds)
                Leave(list, pace);
        }
    }

    /// <summary>Lets no message to a list start for a while.</summary>
    public void Pause(string list, TimeSpan time)
    {
        if (time <= TimeSpan.Zero)
            return;
        var pace = Enter(list);
        time = time < MaxPause ? time : MaxPause;
        pace.Pause(time);
        new LaterAction(() => Leave(list, pace)).Start(clock, time);
    }

    /// <summary>Returns whether a list is paused.</summary>
    public bool IsPaused(string list)
    {
        lock (_lock)
            return _lists.TryGetValue(list, out var pace) && pace.RemainingPause > TimeSpan.Zero;
    }

    private ListPace Enter(string list)
    {
        lock (_lock)
        {
            if (!_lists.TryGetValue(list, out var pace))
                _lists.Add(list, pace = new ListPace(clock));
            pace.Users++;
            return pace;
        }
    }

    private void Leave(string list, ListPace pace)
    {
        lock (_lock)
        {
            if (--pace.Users > 0)
                return;
            _lists.Remove(list);
        }

        pace.Dispose();
    }
}
