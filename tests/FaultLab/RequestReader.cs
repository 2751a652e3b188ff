using System.Globalization;
using System.Text;

namespace FaultLab;

/// <summary>Reads HTTP/1.1 requests from a connection. A method returns null if the client leaves before the end.</summary>
internal sealed class RequestReader(TcpConnection connection)
{
    private byte[] _buffer = new byte[8192];
    private int _start;
    private int _end;

    /// <summary>True if bytes of the next request were read together with the last one.</summary>
    public bool HasBufferedBytes => _end > _start;

    public async Task<RequestHead?> ReadHeadAsync() =>
        await ReadUntilAsync("\r\n\r\n") is { } text ? RequestHead.Parse(text) : null;

    public async Task<bool> ReadSomeOfBodyAsync() => HasBufferedBytes || await FillAsync();

    public Task<byte[]?> ReadBodyAsync(RequestHead head) => head.IsChunked ? ReadChunksAsync() : ReadAsync(head.ContentLength);

    private async Task<byte[]?> ReadChunksAsync()
    {
        var body = new List<byte>();
        while (await ReadUntilAsync("\r\n") is { } line)
        {
            var size = int.Parse(line, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            // Each chunk, including the last, empty one, ends with a line break; no client here sends trailers.
            if (await ReadAsync(size + 2) is not { } chunk)
                return null;
            if (size == 0)
                return [.. body];
            body.AddRange(chunk.Take(size));
        }

        return null;
    }

    private async Task<byte[]?> ReadAsync(int count)
    {
        while (_end - _start < count)
        {
            if (!await FillAsync())
                return null;
        }

        var bytes = new byte[count];
        Buffer.BlockCopy(_buffer, _start, bytes, 0, count);
        _start += count;
        return bytes;
    }

    private async Task<string?> ReadUntilAsync(string terminator)
    {
        while (true)
        {
            var text = Encoding.ASCII.GetString(_buffer, _start, _end - _start);
            var index = text.IndexOf(terminator, StringComparison.Ordinal);
            if (index >= 0)
            {
                _start += index + terminator.Length;
                return text.Substring(0, index);
            }

            if (!await FillAsync())
                return null;
        }
    }

    private async Task<bool> FillAsync()
    {
        if (_start == _end)
            (_start, _end) = (0, 0);
        if (_end == _buffer.Length)
        {
            var larger = new byte[_buffer.Length * 2];
            Buffer.BlockCopy(_buffer, _start, larger, 0, _end - _start);
            (_buffer, _start, _end) = (larger, 0, _end - _start);
        }

        var count = await connection.ReceiveAsync(_buffer, _end);
        _end += count;
        return count > 0;
    }
}
