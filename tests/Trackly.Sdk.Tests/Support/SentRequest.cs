namespace Trackly.Sdk.Tests.Support;

/// <summary>A request as the primary handler received it.</summary>
/// <param name="At">When it arrived, by the clock of the test.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Address">The absolute address.</param>
/// <param name="Headers">All headers, including those of the content.</param>
/// <param name="Body">The body. Null if there is none, or the handler failed before it read it.</param>
internal sealed record SentRequest(DateTimeOffset At, HttpMethod Method, Uri Address, IReadOnlyDictionary<string, string> Headers, string? Body)
{
    public string Key => Headers["X-Api-Key"];

    public static async Task<SentRequest> ReadAsync(HttpRequestMessage request, DateTimeOffset at, bool readsBody, CancellationToken cancellationToken)
    {
        var headers = request.Headers.ToDictionary(header => header.Key, header => string.Join(" ", header.Value), StringComparer.OrdinalIgnoreCase);
        if (request.Content is null)
            return new SentRequest(at, request.Method, request.RequestUri!, headers, Body: null);
        foreach (var header in request.Content.Headers)
            headers[header.Key] = string.Join(", ", header.Value);
        // HttpContent computes it on demand, as a real handler demands it.
        if (request.Content.Headers.ContentLength is { } length)
            headers["Content-Length"] = $"{length}";
        var body = readsBody ? await request.Content.ReadAsStringAsync(cancellationToken) : null;
        return new SentRequest(at, request.Method, request.RequestUri!, headers, body);
    }
}
