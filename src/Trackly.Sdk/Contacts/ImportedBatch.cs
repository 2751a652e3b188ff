namespace Trackly.Sdk.Contacts;

/// <summary>What became of a batch: one result for each of its contacts, in order.</summary>
internal sealed class ImportedBatch
{
    /// <param name="batch">The batch.</param>
    /// <param name="response">Trackly's response to the contacts that were sent.</param>
    public ImportedBatch(ImportBatch batch, ImportResponse response)
    {
        Response = response;
        var sent = new Queue<ContactImportResult>(ImportAttribution.Attribute([.. batch.Items.Where(static item => item.Failure is null)], response));
        Results = [.. batch.Items.Select(item => item.Failure is { } failure ? Create(item, failure.Outcome, failure) : sent.Dequeue())];
    }

    /// <param name="batch">The batch.</param>
    /// <param name="failure">Why there is no response. Null when no contact was to be sent.</param>
    /// <param name="outcome">What became of the contacts that were to be sent.</param>
    public ImportedBatch(ImportBatch batch, Exception? failure, SendOutcome outcome)
    {
        Interruption = failure is TracklyException ? null : failure;
        Results = [.. batch.Items.Select(item => item.Failure is { } own ? Create(item, own.Outcome, own) : Create(item, outcome, failure))];
    }

    public IReadOnlyList<ContactImportResult> Results { get; }

    /// <summary>Gets the response. Null when there is none.</summary>
    public ImportResponse? Response { get; }

    /// <summary>Gets what ends the import: a cancellation, a client that was disposed, an exception of the source. Null when the import goes on.</summary>
    public Exception? Interruption { get; }

    private static ContactImportResult Create(ImportItem item, SendOutcome outcome, Exception? failure) =>
        new() { Index = item.Index, Request = item.Request, Outcome = outcome, Failure = failure };
}
