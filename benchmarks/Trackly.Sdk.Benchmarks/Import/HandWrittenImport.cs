using System.Net.Http.Json;

namespace Trackly.Sdk.Benchmarks.Import;

/// <summary>The loop that one writes by hand: batches of 1,000, retries after a 5xx, a result for each row.</summary>
internal sealed class HandWrittenImport : IDisposable
{
    private const int BatchSize = 1_000;
    private const int MaxAttempts = 4;

    private readonly HttpClient _http;
    private readonly string _listNumber;

    public HandWrittenImport(Uri baseAddress, string listNumber)
    {
        _http = new HttpClient { BaseAddress = baseAddress };
        _http.DefaultRequestHeaders.Add("X-Api-Key", Account.ApiKey);
        _listNumber = listNumber;
    }

    public async Task RunAsync(int rows, ImportCount count)
    {
        for (var first = 0; first < rows; first += BatchSize)
        {
            var batch = new BulkContact[Math.Min(BatchSize, rows - first)];
            for (var index = 0; index < batch.Length; index++)
                batch[index] = new BulkContact(ImportRows.GetNumber(first + index), _listNumber, new BulkFields("Ada", first + index));
            var failed = (await SendAsync(batch)).Errors.Select(static error => error.Index).ToHashSet();
            for (var index = 0; index < batch.Length; index++)
                count.Add(first + index, !failed.Contains(index));
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<BulkResult> SendAsync(BulkContact[] batch)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var response = await _http.PostAsJsonAsync("v2/contacts/bulk", new BulkContacts(batch), ImportJson.Default.BulkContacts);
            if ((int)response.StatusCode >= 500 && attempt < MaxAttempts)
                continue;
            response.EnsureSuccessStatusCode();
            return (await response.Content.ReadFromJsonAsync(ImportJson.Default.BulkResult))!;
        }
    }
}
