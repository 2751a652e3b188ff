using System.Buffers;

namespace Trackly.Sdk.Pipeline;

/// <summary>
/// Bytes in a borrowed buffer, which goes back when nobody can read it any more: the next call that borrows it must never write into what still leaves for
/// somebody else's phone.
/// </summary>
internal sealed class BorrowedBytes : IBufferWriter<byte>
{
    private const int FirstSize = 512;
    private const int Gone = int.MinValue;

    private byte[] _buffer;
    private int _length;
    private int _readers;

    /// <summary>Borrows a buffer, for somebody to write into.</summary>
    public BorrowedBytes() => _buffer = ArrayPool<byte>.Shared.Rent(FirstSize);

    /// <summary>Holds bytes that are somebody else's, and are never given away.</summary>
    public BorrowedBytes(byte[] whole) => (_buffer, _length) = (whole, whole.Length);

    public int Length => _length;

    public ReadOnlySpan<byte> Span => _buffer.AsSpan(0, _length);

    /// <summary>Begins to read, which may take time; <see cref="EndRead"/> ends it. False when the bytes are gone.</summary>
    public bool TryBeginRead(out ArraySegment<byte> bytes)
    {
        var areThere = Interlocked.Increment(ref _readers) > 0;
        bytes = areThere ? new ArraySegment<byte>(_buffer, 0, _length) : default;
        return areThere;
    }

    public void EndRead() => Interlocked.Decrement(ref _readers);

    /// <summary>Gives the buffer back, emptied, unless somebody is reading: then it is left to the garbage collector.</summary>
    public void GiveBack()
    {
        if (Interlocked.CompareExchange(ref _readers, Gone, 0) != 0)
            return;
        Return(_buffer, _length);
        (_buffer, _length) = ([], 0);
    }

    void IBufferWriter<byte>.Advance(int count) => _length += count;

    Memory<byte> IBufferWriter<byte>.GetMemory(int sizeHint)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _buffer.AsMemory(_length);
    }

    Span<byte> IBufferWriter<byte>.GetSpan(int sizeHint)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _buffer.AsSpan(_length);
    }

    private void Reserve(int more)
    {
        if (_buffer.Length - _length >= more)
            return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_length + more, 2 * _buffer.Length));
        Span.CopyTo(larger);
        Return(_buffer, _length);
        _buffer = larger;
    }

    private static void Return(byte[] buffer, int used)
    {
        // The next borrower is not to find a message in it.
        Array.Clear(buffer, 0, used);
        ArrayPool<byte>.Shared.Return(buffer);
    }
}
