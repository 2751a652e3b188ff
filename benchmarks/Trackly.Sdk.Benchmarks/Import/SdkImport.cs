namespace Trackly.Sdk.Benchmarks.Import;

/// <summary>The import of the SDK.</summary>
internal sealed class SdkImport(Uri baseAddress, string listNumber) : IDisposable
{
    private readonly TracklyClient _client = new(new TracklyClientOptions
    {
        ApiKey = Account.ApiKey,
        BaseAddress = baseAddress,
        Retry = { BaseDelay = TimeSpan.FromTicks(1) },
    });

    public async Task RunAsync(int rows, ImportCount count)
    {
        await foreach (var result in _client.Contacts.ImportAsync(CreateContacts(rows)))
            count.Add(result.Index, result.Outcome == SendOutcome.Accepted);
    }

    public void Dispose() => _client.Dispose();

    private async IAsyncEnumerable<UpsertContactRequest> CreateContacts(int rows)
    {
        await Task.CompletedTask;
        for (var row = 0; row < rows; row++)
            yield return new UpsertContactRequest(ImportRows.GetNumber(row), listNumber) { CustomFields = new() { ["first_name"] = "Ada", ["visits"] = row } };
    }
}
