using System.Net;

namespace Trackly.Sdk.Tests.Support;

/// <summary>A body of a server that does not stop, or that breaks off; it counts what was taken of it.</summary>
/// <param name="start">How the body begins; then spaces follow.</param>
/// <param name="length">Where it ends.</param>
/// <param name="end">What happens there: the end of the body, or a fault.</param>
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
