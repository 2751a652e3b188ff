using System.Text;

namespace FaultLab;

/// <summary>Responses that break off or contradict their own framing.</summary>
public static class BrokenResponses
{
    private static readonly ScriptedResponse TruncatedHead = ScriptedResponse.CreateRaw("HTTP/1.1 200 OK\r\nContent-Ty");
    private static readonly ScriptedResponse TruncatedSuccess = ScriptedResponse.Accepted.Truncate(20);
    private static readonly ScriptedResponse TruncatedError = ScriptedResponse.CreateJson(500, """{"error":"Internal error","code":"server_error"}""").Truncate(20);

    public static Fault NotHttp { get; } = new() { Response = ScriptedResponse.CreateRaw("SSH-2.0-Lab\r\n\r\n"), End = ConnectionEnd.Close };

    public static Fault TruncatedHeadThenClose { get; } = new() { Response = TruncatedHead, End = ConnectionEnd.Close };
    public static Fault TruncatedHeadThenReset { get; } = new() { Response = TruncatedHead, End = ConnectionEnd.Reset };
    public static Fault TruncatedHeadThenHang { get; } = new() { Response = TruncatedHead, End = ConnectionEnd.Hang };

    public static Fault TruncatedSuccessThenClose { get; } = new() { Response = TruncatedSuccess, End = ConnectionEnd.Close };
    public static Fault TruncatedSuccessThenReset { get; } = new() { Response = TruncatedSuccess, End = ConnectionEnd.Reset };
    public static Fault TruncatedSuccessThenHang { get; } = new() { Response = TruncatedSuccess, End = ConnectionEnd.Hang };

    public static Fault TruncatedErrorThenClose { get; } = new() { Response = TruncatedError, End = ConnectionEnd.Close };
    public static Fault TruncatedErrorThenReset { get; } = new() { Response = TruncatedError, End = ConnectionEnd.Reset };
    public static Fault TruncatedErrorThenHang { get; } = new() { Response = TruncatedError, End = ConnectionEnd.Hang };

    /// <summary>The whole JSON, and a Content-Length of ten bytes more.</summary>
    public static Fault ContentLengthTooLong { get; } = new() { Response = WithLengthError(10), End = ConnectionEnd.Close };

    /// <summary>The whole JSON, and a Content-Length of ten bytes less: the rest stays on the connection, where the next response should start.</summary>
    public static Fault ContentLengthTooShort { get; } = new() { Response = WithLengthError(-10) };

    public static Fault ChunkedGarbage { get; } = new() { Response = WithChunks("not a chunk size\r\n{\"succ"), End = ConnectionEnd.Close };
    public static Fault ChunkedCutShort { get; } = new() { Response = WithChunks("7\r\n{\"succe"), End = ConnectionEnd.Close };

    private static ScriptedResponse WithLengthError(int bytes) => ScriptedResponse.Create(200, context => new HttpResponse(200)
    {
        Body = Encoding.UTF8.GetBytes($$"""{"success":true,"message_id":"{{context.MessageId}}","status":"queued"}"""),
        ContentLengthError = bytes,
    });

    private static ScriptedResponse WithChunks(string body) => ScriptedResponse.Create(new HttpResponse(200)
    {
        Body = Encoding.ASCII.GetBytes(body),
        Headers = ["Transfer-Encoding: chunked"],
        HasContentLength = false,
    });
}
