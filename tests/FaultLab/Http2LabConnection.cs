using System.Globalization;
using System.Text;

namespace FaultLab;

/// <summary>Serves one cleartext HTTP/2 connection. Header blocks are skipped, never decoded: nothing the lab does depends on them.</summary>
internal sealed class Http2LabConnection(Http2LabServer lab, LabChannel channel)
{
    private const string Preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    private readonly int _number = lab.Ledger.CountConnection();
    private readonly Dictionary<int, Http2Stream> _streams = [];

    public async Task ServeAsync()
    {
        if (!await channel.HasMoreAsync() || await ReadAsync(Preface.Length) is not { } preface)
            return;
        if (Encoding.ASCII.GetString(preface) != Preface)
            throw new InvalidDataException("This client does not speak HTTP/2 with prior knowledge.");
        await SendAsync(new(Http2FrameType.Settings, 0, 0, []));
        var goesOn = true;
        while (goesOn && await channel.HasMoreAsync() && await ReadAsync(Http2Frame.HeadLength) is { } head
            && await ReadAsync(Http2Frame.LengthIn(head)) is { } payload)
            goesOn = await TakeAsync(Http2Frame.From(head, payload));
    }

    /// <summary>True where the connection lives on.</summary>
    private async Task<bool> TakeAsync(Http2Frame frame)
    {
        switch (frame.Type)
        {
            case Http2FrameType.Settings or Http2FrameType.Ping when !frame.IsAck:
                await SendAsync(new(frame.Type, Http2Frame.Ack, 0, frame.Type is Http2FrameType.Ping ? frame.Payload : []));
                return true;
            case Http2FrameType.Headers:
                lab.Ledger.CountHead(apiKey: null);
                _streams[frame.Stream] = new(frame.Stream, lab.Next());
                return await StrikeAsync(frame, Http2Moment.Head) && await EndAsync(frame);
            case Http2FrameType.Data when frame.Payload.Length > 0:
                await GrantAsync(frame);
                if (_streams.TryGetValue(frame.Stream, out var stream))
                    stream.Body.AddRange(frame.Data);
                return await StrikeAsync(frame, Http2Moment.FirstData) && await EndAsync(frame);
            case Http2FrameType.Data:
                return await EndAsync(frame);
            case Http2FrameType.ResetStream:
                _streams.Remove(frame.Stream);
                return true;
            default:
                return true;
        }
    }

    private Task<bool> EndAsync(Http2Frame frame) => frame.EndsStream ? StrikeAsync(frame, Http2Moment.WholeBody) : Task.FromResult(true);

    private async Task<bool> StrikeAsync(Http2Frame frame, Http2Moment moment)
    {
        if (!_streams.TryGetValue(frame.Stream, out var stream) || stream.Fault.When != moment)
            return true;
        _streams.Remove(frame.Stream);
        var message = moment is Http2Moment.WholeBody && stream.Body.Count > 0 ? lab.Ledger.CountMessage(_number, apiKey: null, [.. stream.Body]) : null;
        await ActAsync(stream, message);
        if (message is not null)
            lab.Ledger.CountAnswer(message, stream.Fault.Verdict);
        if (stream.Fault.ClosesConnection)
            await channel.CloseAsync();
        return !stream.Fault.ClosesConnection;
    }

    private async Task ActAsync(Http2Stream stream, LabMessage? message)
    {
        var fault = stream.Fault;
        if (fault.GoAwayCoversStream is { } covers)
            await SendAsync(new(Http2FrameType.GoAway, 0, 0, [.. Http2Frame.Number(covers ? stream.Id : 0), .. Http2Frame.Number((int)Http2Error.None)]));
        if (fault.Status is { } status)
            await AnswerAsync(stream, status, message?.MessageId ?? "00000000");
        if (fault.Resets is { } error)
            await SendAsync(new(Http2FrameType.ResetStream, 0, stream.Id, Http2Frame.Number((int)error)));
    }

    private async Task AnswerAsync(Http2Stream stream, int status, string messageId)
    {
        var json = Encoding.UTF8.GetBytes(status is 200
            ? $$"""{"success":true,"message_id":"{{messageId}}","status":"queued"}"""
            : """{"error":"Internal error","code":"server_error"}""");
        // HPACK by hand, RFC 7541: literals without indexing, named by the static table (8 is :status, 31 content-type).
        byte[] headers = [0x08, .. Literal(status.ToString(CultureInfo.InvariantCulture)), 0x0F, 0x10, .. Literal("application/json")];
        await SendAsync(new(Http2FrameType.Headers, Http2Frame.EndHeaders, stream.Id, headers));
        var isWhole = stream.Fault.Resets is null;
        await SendAsync(new(Http2FrameType.Data, isWhole ? Http2Frame.EndStream : 0, stream.Id, isWhole ? json : [.. json.Take(json.Length / 2)]));
    }

    private static byte[] Literal(string text) => [(byte)text.Length, .. Encoding.ASCII.GetBytes(text)];

    /// <summary>Gives the client back the window that this DATA frame has used, for the connection and for the stream.</summary>
    private async Task GrantAsync(Http2Frame data)
    {
        await SendAsync(new(Http2FrameType.WindowUpdate, 0, 0, Http2Frame.Number(data.Payload.Length)));
        if (!data.EndsStream && _streams.ContainsKey(data.Stream))
            await SendAsync(new(Http2FrameType.WindowUpdate, 0, data.Stream, Http2Frame.Number(data.Payload.Length)));
    }

    private Task SendAsync(Http2Frame frame)
    {
        var bytes = frame.ToBytes();
        return channel.SendAsync(bytes, 0, bytes.Length);
    }

    private async Task<byte[]?> ReadAsync(int count)
    {
        var bytes = new byte[count];
        for (var read = 0; read < count;)
        {
            var more = await channel.ReceiveAsync(bytes, read);
            if (more == 0)
                return null;
            read += more;
        }

        return bytes;
    }
}
