using System.Net;
using Trackly.Sdk.Pipeline.Attempts;

namespace Trackly.Sdk.Pipeline.Wire;

/// <summary>
/// The body of one transmission. Records when it is first read (from then on the message counts as possibly sent) and refuses to be written to the network twice, a copy of it too.
/// </summary>
internal sealed class AttemptContent : HttpContent
{
    private readonly HttpRequestMessage _request;
    private readonly Attempt _attempt;
    private readonly byte[] _body;

    public AttemptContent(HttpRequestMessage request, Attempt attempt, byte[] body)
    {
        _request = request;
        _attempt = attempt;
        _body = body;
        Headers.TryAddWithoutValidation("Content-Type", HandlerContent.MediaType);
    }

    /// <summary>Creates the content that goes over the network: the body as the host's handlers left it. Reads by those handlers do not count as sending.</summary>
    public static async ValueTask<AttemptContent> CreateAsync(HttpRequestMessage request, Attempt attempt)
    {
        var offered = request.Content;
        if (offered is null or HandlerContent)
            return new AttemptContent(request, attempt, attempt.Call.Body!);
        var content = new AttemptContent(request, attempt, await offered.ReadAsByteArrayAsync().ConfigureAwait(false));
        content.Headers.Clear();
        HandlerContent.CopyHeaders(offered.Headers, content.Headers);
        return content;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => WriteAsync(stream, CancellationToken.None);

#if NET
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        WriteAsync(stream, cancellationToken);

    /// <summary>For a handler that reads the content synchronously, to log it or to match it in a test.</summary>
    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Start(stream);
        stream.Write(_body, 0, _body.Length);
    }
#endif

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }

    private async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        Start(stream);
        try
        {
#if NET
            await stream.WriteAsync(_body, cancellationToken).ConfigureAwait(false);
#else
            await stream.WriteAsync(_body, 0, _body.Length, cancellationToken).ConfigureAwait(false);
#endif
        }
        catch (IOException) when (!IsBuffer(stream))
        {
            // The server may have responded before it closed: the handler reads that response next, or fails as it would have here.
        }
    }

    private void Start(Stream stream)
    {
        if (!_attempt.TryStartBody())
            throw new OperationCanceledException("The attempt is over: nothing is sent any more.");
        if (IsBuffer(stream))
        {
            // A content that has been read into memory is written again without being asked. The network gets a fresh one.
            _request.Content = Copy();
            return;
        }

        if (!_attempt.TryWriteBody())
        {
            _attempt.MarkRepeated();
            throw new RepeatedTransmissionException();
        }

        // The head of the request has been written by now. A handler that repeats it, above all in a redirect to another host, repeats it without the key.
        ApiKeyHeader.Remove(_request);
    }

    private AttemptContent Copy()
    {
        var copy = new AttemptContent(_request, _attempt, _body);
        copy.Headers.Clear();
        HandlerContent.CopyHeaders(Headers, copy.Headers);
        return copy;
    }

    /// <summary>A handler that reads the content, to log it or to match it in a test, does so into memory; the buffers of HttpContent are nested in it.</summary>
    private static bool IsBuffer(Stream stream) => stream is MemoryStream || stream.GetType().DeclaringType == typeof(HttpContent);
}
