using System.Runtime.CompilerServices;

namespace Trackly.Sdk.Testing.Emulator.Messages;

/// <summary>Returns messages as they are queued.</summary>
internal static class MessageWatch
{
    /// <param name="store">The messages.</param>
    /// <param name="changes">What wakes the reader.</param>
    /// <param name="closing">Canceled when the emulator is disposed. The enumeration ends after the last message.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    public static async IAsyncEnumerable<EmulatedMessage> WatchAsync(
        this MessageStore store, ChangeSignal changes, CancellationToken closing, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var last = 0L; ;)
        {
            var (isClosed, changed, snapshot) = (closing.IsCancellationRequested, changes.WaitTask, store.Snapshot);
            for (var index = snapshot.FindIndexAfter(last); index < snapshot.Messages.Count; index++)
            {
                last = snapshot.Messages[index].Sequence;
                yield return snapshot.Messages[index];
            }

            if (isClosed)
                yield break;
            await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
