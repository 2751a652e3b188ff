using System.Buffers;
using System.IO.Compression;

namespace Trackly.Sdk.Pipeline.Responses;

/// <summary>Reads the body of a response up to a limit, whatever length the server claims.</summary>
internal sealed class LimitedBodyReader(int limit) : IDisposable
{
    private const int InitialBufferSize = 1024;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(InitialBufferSize);
    private int _length;

    /// <summary>Gets how much to read at once. One byte over the limit shows that there is more.</summary>
    private int ReadSize => Math.Min(_buffer.Length, limit + 1) - _length;

    /// <summary>Reads to the end. Throws <see cref="BodyLimitException"/> at the limit, and what the network throws; the bytes read until then are kept.</summary>
    public async Task ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
#if NET
        using var stream = Decompress(response, await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));
#else
        // Null on .NET Framework when there is no body.
        if (response.Content is null)
            return;
        // Streams of .NET Framework ignore the token of a read; only disposing the response ends it.
        using var abort = cancellationToken.Register(static response => ((HttpResponseMessage)response).Dispose(), response);
        cancellationToken.ThrowIfCancellationRequested();
        using var stream = Decompress(response, await response.Content.ReadAsStreamAsync().ConfigureAwait(false));
#endif
        while (await ReadOnceAsync(stream, cancellationToken).ConfigureAwait(false) is var read and > 0)
        {
            _length += read;
            if (_length > limit)
                throw new BodyLimitException(limit);
            if (_length == _buffer.Length)
                Grow();
        }
    }

    /// <summary>Gets what was read, the limit at most, without a byte order mark, which JSON readers do not accept. Valid until this is disposed.</summary>
    public ReadOnlySpan<byte> Bytes
    {
        get
        {
            var read = _buffer.AsSpan(0, Math.Min(_length, limit));
            return read.StartsWith(ByteOrderMark) ? read.Slice(ByteOrderMark.Length) : read;
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    /// <summary>Decompresses a body that a proxy compressed without being asked to. The limit applies to the decompressed bytes.</summary>
    private static Stream Decompress(HttpResponseMessage response, Stream body)
    {
        if (!response.Content.Headers.Contains("Content-Encoding"))
            return body;
        return response.Content.Headers.ContentEncoding.Where(static encoding => !Is(encoding, "identity")).ToList() switch
        {
            { Count: 0 } => body,
            { Count: 1 } encodings when Is(encodings[0], "gzip") || Is(encodings[0], "x-gzip") => new GZipStream(body, CompressionMode.Decompress),
            _ => throw new InvalidDataException("The body is compressed in another way than gzip."),
        };
    }

    private static bool Is(string encoding, string name) => encoding.Equals(name, StringComparison.OrdinalIgnoreCase);

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(2 * _length);
        _buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }

#if NET
    private ValueTask<int> ReadOnceAsync(Stream stream, CancellationToken cancellationToken) =>
        stream.ReadAsync(_buffer.AsMemory(_length, ReadSize), cancellationToken);
#else
    private Task<int> ReadOnceAsync(Stream stream, CancellationToken cancellationToken) =>
        stream.ReadAsync(_buffer, _length, ReadSize, cancellationToken);
#endif
}
