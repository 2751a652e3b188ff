using System.Collections.Immutable;

namespace Trackly.Sdk.Testing.Emulator.Messages;

/// <summary>The messages that are kept at one moment, and the counts since the start.</summary>
internal sealed record OutboxSnapshot
{
    /// <summary>Oldest first, without a gap in the sequence.</summary>
    public ImmutableList<EmulatedMessage> Messages { get; init; } = [];

    /// <summary>The number of messages that were queued, which is also the sequence of the last one.</summary>
    public long Queued { get; init; }

    /// <summary>The number of messages that were dropped to make room.</summary>
    public long Dropped { get; init; }

    /// <summary>The number of times that all messages were cleared.</summary>
    public int Clears { get; init; }

    /// <summary>The number of times that the messages and the ids started again.</summary>
    public int Resets { get; init; }

    /// <summary>How much memory the kept messages take, as an estimate.</summary>
    public long Bytes { get; init; }

    /// <summary>Finds the index in <see cref="Messages"/> of the first message after a sequence.</summary>
    public int FindIndexAfter(long sequence) =>
        Messages.IsEmpty ? 0 : (int)Math.Clamp(sequence - Messages[0].Sequence + 1, 0, Messages.Count);

    /// <summary>Adds the next message.</summary>
    public OutboxSnapshot Add(EmulatedMessage message) =>
        this with { Messages = Messages.Add(message), Queued = message.Sequence, Bytes = Bytes + message.Bytes };

    /// <summary>Drops the oldest messages until there is room. The last one is always kept.</summary>
    public OutboxSnapshot MakeRoom(int maxMessages, long maxBytes)
    {
        var snapshot = this;
        while (snapshot.Messages.Count > maxMessages || (snapshot.Bytes > maxBytes && snapshot.Messages.Count > 1))
        {
            snapshot = snapshot with
            {
                Messages = snapshot.Messages.RemoveAt(0),
                Dropped = snapshot.Dropped + 1,
                Bytes = snapshot.Bytes - snapshot.Messages[0].Bytes,
            };
        }

        return snapshot;
    }
}
