using System.Text;

namespace FaultLab;

/// <summary>Serves the requests of one HTTP/1.1 connection, each with its fault.</summary>
internal sealed class Http1Connection(FaultServer server, TcpConnection connection)
{
    private static readonly byte[] Continue = Encoding.ASCII.GetBytes("HTTP/1.1 100 Continue\r\n\r\n");
    private readonly int _number = server.Log.CountConnection();
    private readonly RequestReader _reader = new(connection);

    public async Task ServeAsync()
    {
        var isOpen = true;
        while (isOpen && (_reader.HasBufferedBytes || await connection.WaitForBytesAsync()))
        {
            server.Log.CountStart();
            isOpen = await ServeRequestAsync(server.Script.TakeNext());
        }
    }

    /// <summary>Returns true if the connection stays open for another request.</summary>
    private async Task<bool> ServeRequestAsync(Fault? fault)
    {
        var reads = fault?.Reads ?? RequestPart.WholeBody;
        if (reads is RequestPart.None)
            return await ApplyAsync(fault!, message: null);
        if (await _reader.ReadHeadAsync() is not { } head)
            return false;
        server.Log.CountHead(head.ApiKey);
        if (reads is RequestPart.Head)
            return await ApplyAsync(fault!, message: null);
        if (head.ExpectsContinue)
            await connection.SendAsync(Continue, 0, Continue.Length);
        if (reads is RequestPart.PartOfBody)
            return await _reader.ReadSomeOfBodyAsync() && await ApplyAsync(fault!, message: null);
        if (await _reader.ReadBodyAsync(head) is not { } body)
            return false;
        // A client that follows a 302 sends a GET without a body: a request, but not a message.
        var message = body.Length > 0 ? server.Log.AddMessage(_number, head.ApiKey, body) : null;
        return await ApplyAsync(fault ?? server.Script.Choose(message), message);
    }

    private async Task<bool> ApplyAsync(Fault fault, ReceivedMessage? message)
    {
        var closes = fault.End is ConnectionEnd.Close || (fault.End is ConnectionEnd.KeepAlive && server.Script.NextNeedsNewConnection);
        // A client that takes the connection for open sends its next attempt on it, if it is faster than the reset.
        var context = new ResponseContext(message?.MessageId ?? "00000000", server.RedirectTarget, closes || fault.End is ConnectionEnd.Reset);
        if (fault.Response is { } response && await RespondAsync(response, context) && message is not null)
            server.Log.AddResponse(message, response.Meaning);
        return await EndAsync(closes ? ConnectionEnd.Close : fault.End, canDrain: fault.Receives);
    }

    /// <summary>Returns false if the client left before a late response was due.</summary>
    private async Task<bool> RespondAsync(ScriptedResponse response, ResponseContext context)
    {
        if (response.IsLate)
        {
            var clientLeft = connection.DrainAsync();
            await connection.HoldAsync(server.LateResponsesReleased, clientLeft);
            if (clientLeft.IsCompleted)
            {
                server.Log.CountAbandoned();
                return false;
            }
        }

        await SendAsync(response.CreateBytes(context), response.Trickle);
        for (var i = 0; i < response.RepeatCount; i++)
            await SendAsync(response.Repeated, Trickle.None);
        if (response.CreateFinalBytes is { } createFinalBytes)
            await SendAsync(createFinalBytes(context), Trickle.None);
        return true;
    }

    private async Task SendAsync(byte[] bytes, Trickle trickle)
    {
        var sent = trickle switch
        {
            Trickle.None => bytes.Length,
            Trickle.FromHead => 0,
            _ => Encoding.ASCII.GetString(bytes).IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4,
        };
        await connection.SendAsync(bytes, 0, sent);
        for (; sent < bytes.Length; sent++)
        {
            await connection.SendAsync(bytes, sent, 1);
            await DelayOneSecondAsync();
        }
    }

    private async Task DelayOneSecondAsync()
    {
        var elapsed = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var timer = server.Clock.CreateTimer(_ => elapsed.TrySetResult(true), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        await connection.HoldAsync(elapsed.Task);
    }

    /// <summary>Returns true if the connection stays open for another request.</summary>
    private async Task<bool> EndAsync(ConnectionEnd end, bool canDrain)
    {
        switch (end)
        {
            case ConnectionEnd.KeepAlive:
                return true;
            case ConnectionEnd.ResetOnReuse:
                if (await connection.WaitForBytesAsync())
                    connection.Reset();
                return false;
            case ConnectionEnd.Reset:
                connection.Reset();
                return false;
#if NET
            case ConnectionEnd.TlsHandshake:
                await TlsHandshake.RespondAsync(connection.OpenStream());
                return false;
#endif
            case ConnectionEnd.Hang:
                // If the fault leaves bytes unread, they stay unread, and the connection lives as long as the server.
                await connection.HoldAsync(canDrain ? [connection.DrainAsync()] : []);
                return false;
            default:
                await connection.CloseAsync();
                return false;
        }
    }
}
