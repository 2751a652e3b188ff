namespace Trackly.Sdk.Tests.Support;

/// <summary>A request as it was when it reached the wire.</summary>
/// <param name="At">When it arrived, on the clock of the test.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Address">The whole address.</param>
/// <param name="Headers">Every header, those of the content too.</param>
/// <param name="Body">The body as text. Null when the wire broke before it was asked for.</param>
internal sealed record SentRequest(DateTimeOffset At, HttpMethod Method, Uri Address, IReadOnlyDictionary<string, string> Headers, string? Body)
{
    public string Key => Headers["X-Api-Key"];

    public static async Task<SentRequest> ReadAsync(HttpRequestMessage request, DateTimeOffset at, bool readsBody, CancellationToken cancellationToken)
    {
        var headers = request.Headers.ToDictionary(header => header.Key, header => string.Join(" ", header.Value), StringComparer.OrdinalIgnoreCase);
        foreach (var header in request.Content!.Headers)
            headers[header.Key] = string.Join(", ", header.Value);
        // Computed when somebody asks, as the wire does.
        if (request.Content.Headers.ContentLength is { } length)
            headers["Content-Length"] = $"{length}";
        var body = readsBody ? await request.Content.ReadAsStringAsync(cancellationToken) : null;
        return new SentRequest(at, request.Method, request.RequestUri!, headers, body);
    }
}
