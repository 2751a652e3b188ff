namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>Waits for the first message that a query finds.</summary>
internal static class MessageWait
{
    /// <summary>Returns when there is one, when the time of the query is over, or when the emulator is disposed.</summary>
    public static async Task WaitAsync(EmulatorServices services, MessageQuery query, CancellationToken aborted)
    {
        if (query.Wait == TimeSpan.Zero)
            return;

        using var timeout = new CancellationTokenSource(query.Wait, services.Clock);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, aborted, services.Closing);
        try
        {
            while (true)
            {
                // The task first, so that it completes for every change after the look.
                var changed = services.Changes.WaitTask;
                if (query.Find(services.Messages.Snapshot, ended.Token).Any())
                    return;
                await changed.WaitAsync(ended.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
        {
            // Nothing came in time. The response is an empty list.
        }
    }
}
