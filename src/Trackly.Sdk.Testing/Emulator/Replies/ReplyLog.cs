using System.Collections.Immutable;
using Trackly.Sdk.Testing.Emulator.Messages;

namespace Trackly.Sdk.Testing.Emulator.Replies;

/// <summary>Keeps the last replies. Safe to use from many threads at once.</summary>
internal sealed class ReplyLog(ActivityLog activity)
{
    public const int MaxReplies = 1_000;

    private readonly object _lock = new();
    private ImmutableQueue<EmulatedReply> _replies = [];
    private int _kept;
    private long _count;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<EmulatedReply> All => [.. Volatile.Read(ref _replies)];

    /// <returns>The reply with its number.</returns>
    public EmulatedReply Add(EmulatedReply reply)
    {
        lock (_lock)
        {
            reply = reply with { Sequence = ++_count };
            _replies = _replies.Enqueue(reply);
            if (++_kept > MaxReplies)
                (_replies, _kept) = (_replies.Dequeue(), MaxReplies);
        }

        activity.Add(reply);
        return reply;
    }

    /// <summary>Clears the replies. The numbers continue.</summary>
    public void Clear()
    {
        lock (_lock)
            (_replies, _kept) = ([], 0);
    }
}
