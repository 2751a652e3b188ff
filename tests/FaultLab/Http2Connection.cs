using System.Globalization;
using System.Text;

namespace FaultLab;

/// <summary>Serves one cleartext HTTP/2 connection. Header blocks are skipped, never decoded: no fault depends on them.</summary>
internal sealed class Http2Connection(Http2FaultServer server, TcpConnection connection)
{
    private const string Preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    private readonly int _number = server.Log.CountConnection();
    private readonly Dictionary<int, Http2Stream> _streams = [];

    public async Task ServeAsync()
    {
        if (!await connection.WaitForBytesAsync() || await ReadAsync(Preface.Length) is not { } preface)
            return;
        if (Encoding.ASCII.GetString(preface) != Preface)
            throw new InvalidDataException("The client does not use HTTP/2 with prior knowledge.");
        await SendAsync(new(Http2FrameType.Settings, 0, 0, []));
        var isOpen = true;
        while (isOpen && await connection.WaitForBytesAsync() && await ReadAsync(Http2Frame.HeadLength) is { } head
            && await ReadAsync(Http2Frame.ParseLength(head)) is { } payload)
            isOpen = await ProcessAsync(Http2Frame.Parse(head, payload));
    }

    /// <summary>Returns true if the connection stays open.</summary>
    private async Task<bool> ProcessAsync(Http2Frame frame)
    {
        switch (frame.Type)
        {
            case Http2FrameType.Settings or Http2FrameType.Ping when !frame.IsAck:
                await SendAsync(new(frame.Type, Http2Frame.Ack, 0, frame.Type is Http2FrameType.Ping ? frame.Payload : []));
                return true;
            case Http2FrameType.Headers:
                server.Log.CountHead(apiKey: null);
                _streams[frame.Stream] = new(frame.Stream, server.TakeNext());
                return await TriggerAsync(frame, Http2Trigger.Head) && await EndStreamAsync(frame);
            case Http2FrameType.Data when frame.Payload.Length > 0:
                await RestoreWindowAsync(frame);
                if (_streams.TryGetValue(frame.Stream, out var stream))
                    stream.Body.AddRange(frame.Data);
                return await TriggerAsync(frame, Http2Trigger.FirstData) && await EndStreamAsync(frame);
            case Http2FrameType.Data:
                return await EndStreamAsync(frame);
            case Http2FrameType.ResetStream:
                _streams.Remove(frame.Stream);
                return true;
            default:
                return true;
        }
    }

    private Task<bool> EndStreamAsync(Http2Frame frame) => frame.EndsStream ? TriggerAsync(frame, Http2Trigger.WholeBody) : Task.FromResult(true);

    private async Task<bool> TriggerAsync(Http2Frame frame, Http2Trigger trigger)
    {
        if (!_streams.TryGetValue(frame.Stream, out var stream) || stream.Fault.When != trigger)
            return true;
        _streams.Remove(frame.Stream);
        var message = trigger is Http2Trigger.WholeBody && stream.Body.Count > 0 ? server.Log.AddMessage(_number, apiKey: null, [.. stream.Body]) : null;
        await ApplyAsync(stream, message);
        if (message is not null)
            server.Log.AddResponse(message, stream.Fault.Meaning);
        if (stream.Fault.ClosesConnection)
            await connection.CloseAsync();
        return !stream.Fault.ClosesConnection;
    }

    private async Task ApplyAsync(Http2Stream stream, ReceivedMessage? message)
    {
        var fault = stream.Fault;
        if (fault.GoAwayCoversStream is { } covers)
            await SendAsync(new(Http2FrameType.GoAway, 0, 0, [.. Http2Frame.FormatNumber(covers ? stream.Id : 0), .. Http2Frame.FormatNumber((int)Http2Error.None)]));
        if (fault.Status is { } status)
            await RespondAsync(stream, status, message?.MessageId ?? "00000000");
        if (fault.Resets is { } error)
            await SendAsync(new(Http2FrameType.ResetStream, 0, stream.Id, Http2Frame.FormatNumber((int)error)));
    }

    private async Task RespondAsync(Http2Stream stream, int status, string messageId)
    {
        var json = Encoding.UTF8.GetBytes(status switch
        {
            200 => $$"""{"success":true,"message_id":"{{messageId}}","status":"queued"}""",
            413 => """{"error":"The server says 413","code":"payload_too_large"}""",
            _ => """{"error":"Internal error","code":"server_error"}""",
        });
        // HPACK by hand, RFC 7541: literals without indexing, named by the static table (8 is :status, 31 content-type, 46 location).
        byte[] headers = [0x08, .. FormatLiteral(status.ToString(CultureInfo.InvariantCulture)), 0x0F, 0x10, .. FormatLiteral("application/json")];
        if (status is >= 300 and < 400)
            headers = [.. headers, 0x0F, 0x1F, .. FormatLiteral($"{server.RedirectTarget}v2/send")];
        await SendAsync(new(Http2FrameType.Headers, Http2Frame.EndHeaders, stream.Id, headers));
        var isWhole = stream.Fault.Resets is null or Http2Error.None;
        await SendAsync(new(Http2FrameType.Data, isWhole ? Http2Frame.EndStream : 0, stream.Id, isWhole ? json : [.. json.Take(json.Length / 2)]));
    }

    private static byte[] FormatLiteral(string text) => [(byte)text.Length, .. Encoding.ASCII.GetBytes(text)];

    /// <summary>Returns to the client the window that this DATA frame used, on the connection and on the stream.</summary>
    private async Task RestoreWindowAsync(Http2Frame data)
    {
        await SendAsync(new(Http2FrameType.WindowUpdate, 0, 0, Http2Frame.FormatNumber(data.Payload.Length)));
        if (!data.EndsStream && _streams.ContainsKey(data.Stream))
            await SendAsync(new(Http2FrameType.WindowUpdate, 0, data.Stream, Http2Frame.FormatNumber(data.Payload.Length)));
    }

    private Task SendAsync(Http2Frame frame)
    {
        var bytes = frame.ToBytes();
        return connection.SendAsync(bytes, 0, bytes.Length);
    }

    private async Task<byte[]?> ReadAsync(int count)
    {
        var bytes = new byte[count];
        for (var read = 0; read < count;)
        {
            var more = await connection.ReceiveAsync(bytes, read);
            if (more == 0)
                return null;
            read += more;
        }

        return bytes;
    }
}
