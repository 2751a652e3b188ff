using System.Net;

namespace Trackly.Sdk.Tests.Support;

/// <summary>A response body that does not end, or breaks off. It counts how much of it is read.</summary>
/// <param name="start">The start of the body; spaces follow.</param>
/// <param name="length">The length of the body.</param>
/// <param name="end">The exception at the end. Null for a normal end.</param>
internal sealed class EndlessContent(string start, long length, Exception? end = null) : HttpContent
{
    private readonly CountingStream _stream = new(start, length, end);

    public long Taken => _stream.Taken;

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(_stream);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => _stream.CopyToAsync(stream);

    protected override bool TryComputeLength(out long computed)
    {
        computed = 0;
        return false;
    }

    private sealed class CountingStream(string start, long length, Exception? end) : Stream
    {
        public long Taken { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - Taken);
            if (read == 0 && end is not null)
                throw end;
            for (var i = 0; i < read; i++)
                buffer[offset + i] = Taken + i < start.Length ? (byte)start[(int)Taken + i] : (byte)' ';
            Taken += read;
            return read;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
