using System.Globalization;
using System.Text;

namespace FaultLab;

/// <summary>Reads HTTP/1.1 requests from a connection; null wherever the client leaves in the middle.</summary>
internal sealed class LabRequestReader(LabChannel channel)
{
    private byte[] _buffer = new byte[8192];
    private int _start;
    private int _end;

    /// <summary>True where bytes of a next request have been read along with the last one.</summary>
    public bool HasLeftover => _end > _start;

    public async Task<LabRequestHead?> ReadHeadAsync() =>
        await ReadToAsync("\r\n\r\n") is { } text ? LabRequestHead.Parse(text) : null;

    public async Task<bool> ReadSomeOfBodyAsync() => HasLeftover || await FillAsync();

    public Task<byte[]?> ReadBodyAsync(LabRequestHead head) => head.IsChunked ? ReadChunksAsync() : ReadAsync(head.ContentLength);

    private async Task<byte[]?> ReadChunksAsync()
    {
        var body = new List<byte>();
        while (await ReadToAsync("\r\n") is { } line)
        {
            var size = int.Parse(line, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            // Each chunk, the last one of no bytes included, ends with a line break; nobody sends trailers here.
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

        var taken = new byte[count];
        Buffer.BlockCopy(_buffer, _start, taken, 0, count);
        _start += count;
        return taken;
    }

    private async Task<string?> ReadToAsync(string mark)
    {
        while (true)
        {
            var text = Encoding.ASCII.GetString(_buffer, _start, _end - _start);
            var at = text.IndexOf(mark, StringComparison.Ordinal);
            if (at >= 0)
            {
                _start += at + mark.Length;
                return text.Substring(0, at);
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
            var roomier = new byte[_buffer.Length * 2];
            Buffer.BlockCopy(_buffer, _start, roomier, 0, _end - _start);
            (_buffer, _start, _end) = (roomier, 0, _end - _start);
        }

        var count = await channel.ReceiveAsync(_buffer, _end);
        _end += count;
        return count > 0;
    }
}
