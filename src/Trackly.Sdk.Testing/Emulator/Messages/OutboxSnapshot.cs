using System.Collections.Immutable;

namespace Trackly.Sdk.Testing.Emulator.Messages;

/// <summary>What is kept at one moment, and how it came to that.</summary>
internal sealed record OutboxSnapshot
{
    /// <summary>Oldest first, without a gap in the sequence.</summary>
    public ImmutableList<EmulatedMessage> Messages { get; init; } = [];

    /// <summary>How many messages were queued, which is also the sequence of the last one.</summary>
    public long Queued { get; init; }

    /// <summary>How many were dropped to make room.</summary>
    public long Dropped { get; init; }

    /// <summary>How often everything was forgotten.</summary>
    public int Clears { get; init; }

    /// <summary>How long the requests of the kept messages are together.</summary>
    public long Characters { get; init; }

    /// <summary>The place in <see cref="Messages"/> of the first one after a sequence.</summary>
    public int FindIndexAfter(long sequence) =>
        Messages.IsEmpty ? 0 : (int)Math.Clamp(sequence - Messages[0].Sequence + 1, 0, Messages.Count);
}
