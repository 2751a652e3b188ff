namespace Trackly.Sdk.Benchmarks.Wire;

/// <summary>
/// Stands where the sockets are, and costs as little as it can while doing what they do: the body is read to its end, the answer is made anew for every request.
/// The same for everyone who is measured, and always done before it returns, so that one thread does all the work.
/// </summary>
internal sealed class InMemoryWire(CannedAnswer answer) : HttpMessageHandler
{
    private readonly MemoryStream _sink = new();

    /// <summary>The body of the last request.</summary>
    public ReadOnlySpan<byte> LastBody => _sink.GetBuffer().AsSpan(0, (int)_sink.Length);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _sink.SetLength(0);
        await request.Content!.CopyToAsync(_sink, cancellationToken);
        var content = new ByteArrayContent(answer.Json);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        return new HttpResponseMessage(answer.Status) { Content = content, RequestMessage = request };
    }

    protected override void Dispose(bool disposing)
    {
        _sink.Dispose();
        base.Dispose(disposing);
    }
}
