using System.Net;
using System.Net.Http.Headers;

namespace Trackly.Sdk.Pipeline;

/// <summary>The body of one transmission. It sees when it is asked for, which is where "sent" begins, and is not written twice.</summary>
internal sealed class AttemptContent : HttpContent
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly HttpRequestMessage _request;
    private readonly Transmission _transmission;
    private readonly byte[] _body;
    private bool _written;

    public AttemptContent(HttpRequestMessage request, Transmission transmission, byte[] body)
    {
        _request = request;
        _transmission = transmission;
        _body = body;
        Headers.ContentType = Json;
    }

    /// <summary>
    /// The content that goes over the wire under a guard. What handlers did with the request until there was no transmission: a body that one of them read is
    /// made unread, one that they replaced is wrapped.
    /// </summary>
    public static async Task<AttemptContent> ForTheWireAsync(HttpRequestMessage request, Transmission transmission)
    {
        transmission.ForgetBody();
        if (request.Content is AttemptContent { _written: false } own && own._request == request)
            return own;
        if (request.Content is AttemptContent or null)
            return new AttemptContent(request, transmission, transmission.Call.Body);
        var wrapped = new AttemptContent(request, transmission, await request.Content.ReadAsByteArrayAsync().ConfigureAwait(false));
        wrapped.Headers.Clear();
        foreach (var header in request.Content.Headers)
            wrapped.Headers.TryAddWithoutValidation(header.Key, header.Value);
        return wrapped;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        Begin(stream);
        return stream.WriteAsync(_body, 0, _body.Length);
    }

#if NET
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Begin(stream);
        return stream.WriteAsync(_body, 0, _body.Length, cancellationToken);
    }

    /// <summary>For a handler that reads the content synchronously, to log it or to match it in a test.</summary>
    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Begin(stream);
        stream.Write(_body, 0, _body.Length);
    }
#endif

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }

    private void Begin(Stream stream)
    {
        if (!_transmission.TryStartBody() || _written)
            throw _transmission.Refuse();

        _written = true;
        // The head of the request has been written by now: whoever repeats it, a redirect to another host above all, repeats it without the key.
        if (!IsBuffer(stream))
            _request.Headers.Remove(Transport.KeyHeader);
    }

    /// <summary>A handler that reads the content, to log it or to match it in a test, does so into memory; HttpContent's own buffers are nested in it.</summary>
    private static bool IsBuffer(Stream stream) => stream is MemoryStream || stream.GetType().DeclaringType == typeof(HttpContent);
}
