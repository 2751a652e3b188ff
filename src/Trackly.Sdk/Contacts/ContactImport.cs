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
                while (inFlight.Count >= maxConcurrency)
                {
                    var done = await inFlight.Dequeue().ConfigureAwait(false);
                    interruption ??= done.Interruption;
                    foreach (var result in Report(done, tally))
                        yield return result;
                }

                inFlight.Enqueue(SendAsync(batch, ending.Token));
            }
            while (!batch.IsLast && interruption is null && !inFlight.Any(IsInterrupted));

            while (inFlight.Count > 0)
            {
                var done = await inFlight.Dequeue().ConfigureAwait(false);
                interruption ??= done.Interruption;
                foreach (var result in Report(done, tally))
                    yield return result;
            }
        }
        finally
        {
            // A caller that stops early waits for no response.
            ending.Cancel();
            await Task.WhenAll(inFlight).ConfigureAwait(false);
            await source.DisposeAsync().ConfigureAwait(false);
        }

        if (interruption is not null)
            ExceptionDispatchInfo.Capture(interruption).Throw();
    }

    /// <summary>Returns whether a batch ended in a way that ends the import: then nothing more is read.</summary>
    private static bool IsInterrupted(Task<ImportedBatch> batch) => batch is { Status: TaskStatus.RanToCompletion, Result.Interruption: not null };

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

    /// <summary>Sends a batch. Never throws: each contact that was read has a result.</summary>
    private async Task<ImportedBatch> SendAsync(ImportBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Interruption is not null || batch.Items.All(static item => item.Failure is not null))
            return new ImportedBatch(batch, batch.Interruption, SendOutcome.NotSent);
        try
        {
            return new ImportedBatch(batch, await sendAsync(batch, cancellationToken).ConfigureAwait(false));
        }
        catch (ObjectDisposedException exception)
        {
            // The client was disposed before the call.
            return new ImportedBatch(batch, exception, SendOutcome.NotSent);
        }
        catch (Exception exception)
        {
            return new ImportedBatch(batch, exception, (exception as ITracklyFailure)?.Outcome ?? SendOutcome.Unknown);
        }
    }

    private IReadOnlyList<ContactImportResult> Report(ImportedBatch batch, ImportTally tally)
    {
        if (batch.Results.Count > 0)
        {
            tally.Add(batch);
            Report(tally.ToProgress());
        }

        return batch.Results;
    }

    private void Report(ContactImportProgress report)
    {
        try
        {
            progress?.Report(report);
        }
        catch (Exception)
        {
            // An exception of the progress receiver must not lose a result.
        }
    }
}
