using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Trackly.Sdk.Contacts;

/// <summary>Imports any number of contacts in bulk calls. Holds at most the batches in flight and the one being filled.</summary>
/// <param name="sendAsync">Makes one bulk call.</param>
/// <param name="maxConcurrency">The number of calls in flight at once.</param>
/// <param name="progress">Is told after each call. Null for nobody.</param>
internal sealed class ContactImport(Func<ImportBatch, CancellationToken, Task<ImportResponse>> sendAsync, int maxConcurrency, IProgress<ContactImportProgress>? progress)
{
    public async IAsyncEnumerable<ContactImportResult> RunAsync(
        IAsyncEnumerable<UpsertContactRequest> contacts, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var writer = new ContactWriter();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var source = contacts.GetAsyncEnumerator(cancellationToken);
        Queue<Task<ImportedBatch>> inFlight = new();
        var (read, tally, interruption) = (0L, new ImportTally(), (Exception?)null);
        try
        {
            ImportBatch batch;
            do
            {
                // The next batch is filled while the others are on their way.
                batch = await FillAsync(source, read, writer, cancellationToken).ConfigureAwait(false);
                read += batch.Items.Count;
                interruption = batch.Interruption;
                while (inFlight.Count >= maxConcurrency)
                {
                    foreach (var result in Report(await inFlight.Dequeue().ConfigureAwait(false), tally))
                        yield return result;
                }

                inFlight.Enqueue(SendAsync(batch, ending.Token));
            }
            while (!batch.IsLast);

            while (inFlight.Count > 0)
            {
                var done = await inFlight.Dequeue().ConfigureAwait(false);
                interruption ??= done.Cancellation;
                foreach (var result in Report(done, tally))
                    yield return result;
            }
        }
        finally
        {
            // A caller that stops early waits for no response.
            ending.Cancel();
            await IgnoreAsync(inFlight).ConfigureAwait(false);
            await source.DisposeAsync().ConfigureAwait(false);
        }

        if (interruption is not null)
            ExceptionDispatchInfo.Capture(interruption).Throw();
    }

    private static async Task IgnoreAsync(IEnumerable<Task> tasks)
    {
        try
        {
            await Task.WhenAll(tasks).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // Nobody is left who could be told.
        }
    }

    /// <summary>Fills a batch. What the source throws is part of it, so that what came before is not lost.</summary>
    private static async Task<ImportBatch> FillAsync(
        IAsyncEnumerator<UpsertContactRequest> source, long read, ContactWriter writer, CancellationToken cancellationToken)
    {
        var batch = new ImportBatch();
        try
        {
            while (!batch.IsFull)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!await source.MoveNextAsync().ConfigureAwait(false))
                {
                    batch.IsLast = true;
                    break;
                }

                batch.Add(new ImportItem(read + batch.Items.Count, source.Current, writer));
            }
        }
        catch (Exception exception)
        {
            (batch.Interruption, batch.IsLast) = (exception, true);
        }

        return batch;
    }

    private async Task<ImportedBatch> SendAsync(ImportBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Interruption is not null || batch.Items.All(static item => item.Failure is not null))
            return new ImportedBatch(batch, batch.Interruption);
        try
        {
            return new ImportedBatch(batch, await sendAsync(batch, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception exception) when (exception is ITracklyFailure)
        {
            return new ImportedBatch(batch, exception);
        }
    }

    private IReadOnlyList<ContactImportResult> Report(ImportedBatch batch, ImportTally tally)
    {
        if (batch.Results.Count > 0)
        {
            tally.Add(batch);
            progress?.Report(tally.ToProgress());
        }

        return batch.Results;
    }
}
