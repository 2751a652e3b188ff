using Trackly.Sdk.Testing.Emulator.Messages;

namespace Trackly.Sdk.Testing.Emulator.Replies;

/// <summary>The messages that wait to leave their list, which lets out so many a minute: when each leaves, and those that wait too long.</summary>
/// <remarks>
/// The rate and the 30 minutes are documented, and that a message is then dropped as <c>stale</c>. Messages leave in the order in which they were queued: the emulator's choice.
/// </remarks>
internal sealed class ListBacklog(MessageStore messages, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(30);

    private readonly object _lock = new();
    private readonly Dictionary<(string Account, string List), DateTimeOffset> _nextDepartures = [];
    private readonly Queue<(long Sequence, DateTimeOffset Due)> _stale = new();
    private ITimer? _timer;

    /// <summary>Returns when a message leaves its list. Null when it will be dropped before.</summary>
    /// <param name="message">A message that was queued now.</param>
    /// <param name="perMinute">How many messages a minute leave the list. Null means any number.</param>
    public DateTimeOffset? FindDeparture(EmulatedMessage message, int? perMinute)
    {
        if (perMinute is not { } rate)
            return message.ReceivedAt;
        lock (_lock)
        {
            var list = (message.Account, message.ListNumber);
            var departure = _nextDepartures.TryGetValue(list, out var next) && next > message.ReceivedAt ? next : message.ReceivedAt;
            if (departure - message.ReceivedAt > MaxWait)
            {
                _stale.Enqueue((message.Sequence, message.ReceivedAt + MaxWait));
                if (_stale.Count == 1)
                    Wait();
                return null;
            }

            _nextDepartures[list] = departure + (TimeSpan.FromMinutes(1) / rate);
            return departure;
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _nextDepartures.Clear();
            _stale.Clear();
        }
    }

    public void Dispose() => _timer?.Dispose();

    private void Wait()
    {
        var time = _stale.Peek().Due - clock.GetUtcNow();
        _timer ??= clock.CreateTimer(_ => DropStale(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(time > TimeSpan.Zero ? time : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    private void DropStale()
    {
        List<long> due = [];
        lock (_lock)
        {
            while (_stale.TryPeek(out var first) && first.Due <= clock.GetUtcNow())
                due.Add(_stale.Dequeue().Sequence);
            if (_stale.Count > 0)
                Wait();
        }

        foreach (var sequence in due)
            messages.Update(sequence, "dropped", "stale");
    }
}
