using System.Net;

namespace Trackly.Sdk.Pipeline;

/// <summary>The body of one transmission. It sees when it is asked for, which is where "sent" begins, and is not written twice.</summary>
internal sealed class AttemptContent : HttpContent
{
    public const string MediaType = "application/json";

    private readonly HttpRequestMessage _request;
    private readonly Transmission _transmission;
    private readonly BorrowedBytes _body;
    private int _written;

    public AttemptContent(HttpRequestMessage request, Transmission transmission, BorrowedBytes body)
    {
        _request = request;
        _transmission = transmission;
        _body = body;
        Headers.TryAddWithoutValidation("Content-Type", MediaType);
    }

    /// <summary>The content that goes over the wire under a guard: what the handlers until there made of the body. That they read it says nothing yet.</summary>
    public static async ValueTask<AttemptContent> ForTheWireAsync(HttpRequestMessage request, Transmission transmission)
    {
        var offered = request.Content;
        var body = offered is null or PlainContent ? transmission.Call.Body : new BorrowedBytes(await offered.ReadAsByteArrayAsync().ConfigureAwait(false));
        var content = new AttemptContent(request, transmission, body);
        if (offered is not null)
        {
            content.Headers.Clear();
            PlainContent.CopyHeaders(offered.Headers, content.Headers);
        }

        return content;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => WriteAsync(stream, CancellationToken.None);

#if NET
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        WriteAsync(stream, cancellationToken);

    /// <summary>For a handler that reads the content synchronously, to log it or to match it in a test.</summary>
    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var bytes = Begin(stream);
        try
        {
            stream.Write(bytes.Array!, bytes.Offset, bytes.Count);
        }
        finally
        {
            _body.EndRead();
        }
    }
#endif

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }

    private async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        var bytes = Begin(stream);
        try
        {
#if NET
            await stream.WriteAsync(bytes.AsMemory(), cancellationToken).ConfigureAwait(false);
#else
            await stream.WriteAsync(bytes.Array!, bytes.Offset, bytes.Count, cancellationToken).ConfigureAwait(false);
#endif
        }
        finally
        {
            _body.EndRead();
        }
    }

    private ArraySegment<byte> Begin(Stream stream)
    {
        if (!_transmission.TryStartBody() || Interlocked.Exchange(ref _written, 1) != 0 || !_body.TryBeginRead(out var bytes))
            throw _transmission.Refuse();

        // The head of the request has been written by now: whoever repeats it, a redirect to another host above all, repeats it without the key.
        if (!IsBuffer(stream))
            _request.Headers.Remove(Transport.KeyHeader);
        return bytes;
    }

    /// <summary>A handler that reads the content, to log it or to match it in a test, does so into memory; HttpContent's own buffers are nested in it.</summary>
    private static bool IsBuffer(Stream stream) => stream is MemoryStream || stream.GetType().DeclaringType == typeof(HttpContent);
}
