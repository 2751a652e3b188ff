namespace Trackly.Sdk.Benchmarks.Wire;

/// <summary>
/// Replaces the sockets at minimal cost: it reads the body to its end and creates a new response for every request.
/// It is the same for all senders and completes synchronously, so that one thread does all the work.
/// </summary>
internal sealed class InMemoryWire(CannedResponse response) : HttpMessageHandler
{
    private readonly SocketStream _socket = new();

    /// <summary>The body of the last request.</summary>
    public ReadOnlySpan<byte> LastBody => _socket.Written;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _socket.Clear();
        await request.Content!.CopyToAsync(_socket, cancellationToken);
        var content = new ByteArrayContent(response.Json);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        return new HttpResponseMessage(response.Status) { Content = content, RequestMessage = request };
    }

    protected override void Dispose(bool disposing)
    {
        _socket.Dispose();
        base.Dispose(disposing);
    }
}
