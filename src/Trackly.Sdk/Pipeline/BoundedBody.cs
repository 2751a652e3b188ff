using System.Buffers;

namespace Trackly.Sdk.Pipeline;

/// <summary>Reads the body of a response up to a limit, whatever length the server claims.</summary>
internal sealed class BoundedBody(int limit) : IDisposable
{
    private const int FirstBuffer = 1024;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
    private int _length;

    /// <summary>One byte over the limit tells that there is more.</summary>
    private int Room => Math.Min(_buffer.Length, limit + 1) - _length;

    /// <summary>Reads to the end. Throws <see cref="InvalidDataException"/> at the limit, and whatever the network throws; what was read until then is kept.</summary>
    public async Task ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        // Null on .NET Framework when there is no body.
        if (response.Content is null)
            return;
#if NET
        using var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
        // Streams of .NET Framework do not obey the token of a read: only taking the response away ends it.
        using var abort = cancellationToken.Register(static response => ((HttpResponseMessage)response).Dispose(), response);
        cancellationToken.ThrowIfCancellationRequested();
        using var stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
        while (await ReadOnceAsync(stream, cancellationToken).ConfigureAwait(false) is var read and > 0)
        {
            _length += read;
            if (_length > limit)
                throw new InvalidDataException($"The body is larger than {limit} bytes.");
            if (_length == _buffer.Length)
                Grow();
        }
    }

    /// <summary>What was read, the limit at most, without a byte order mark, which JSON readers do not take. Gone when this is disposed.</summary>
    public ReadOnlySpan<byte> Read
    {
        get
        {
            var read = _buffer.AsSpan(0, Math.Min(_length, limit));
            return read.StartsWith(ByteOrderMark) ? read.Slice(ByteOrderMark.Length) : read;
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(2 * _length);
        _buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }

#if NET
    private ValueTask<int> ReadOnceAsync(Stream stream, CancellationToken cancellationToken) =>
        stream.ReadAsync(_buffer.AsMemory(_length, Room), cancellationToken);
#else
    private Task<int> ReadOnceAsync(Stream stream, CancellationToken cancellationToken) =>
        stream.ReadAsync(_buffer, _length, Room, cancellationToken);
#endif
}
