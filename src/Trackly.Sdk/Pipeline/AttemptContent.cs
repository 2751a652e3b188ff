using System.Net;
using System.Net.Http.Headers;

namespace Trackly.Sdk.Pipeline;

/// <summary>The body of one transmission. It sees when it is asked for, which is where "sent" begins, and is not written twice.</summary>
internal sealed class AttemptContent : HttpContent
{
    private readonly HttpRequestMessage _request;
    private readonly Transmission _transmission;
    private readonly byte[] _body;
    private int _written;

    public AttemptContent(HttpRequestMessage request, Transmission transmission, byte[] body)
    {
        _request = request;
        _transmission = transmission;
        _body = body;
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    /// <summary>The content that goes over the wire under a guard: what the handlers until there made of the body. That they read it says nothing yet.</summary>
    public static async Task<AttemptContent> ForTheWireAsync(HttpRequestMessage request, Transmission transmission)
    {
        if (request.Content is AttemptContent own)
            return own;
        if (request.Content is not { } offered)
            return new AttemptContent(request, transmission, transmission.Call.Body);
        var content = new AttemptContent(request, transmission, await offered.ReadAsByteArrayAsync().ConfigureAwait(false));
        content.Headers.Clear();
        foreach (var header in offered.Headers)
            content.Headers.TryAddWithoutValidation(header.Key, header.Value);
        return content;
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
        if (!_transmission.TryStartBody() || Interlocked.Exchange(ref _written, 1) != 0)
            throw _transmission.Refuse();

        // The head of the request has been written by now: whoever repeats it, a redirect to another host above all, repeats it without the key.
        if (!IsBuffer(stream))
            _request.Headers.Remove(Transport.KeyHeader);
    }

    /// <summary>A handler that reads the content, to log it or to match it in a test, does so into memory; HttpContent's own buffers are nested in it.</summary>
    private static bool IsBuffer(Stream stream) => stream is MemoryStream || stream.GetType().DeclaringType == typeof(HttpContent);
}
