using System.Text;

namespace FaultLab;

/// <summary>Answers that break off or contradict their own framing.</summary>
public static class BrokenAnswers
{
    private static readonly LabAnswer TruncatedHead = LabAnswer.Raw("HTTP/1.1 200 OK\r\nContent-Ty");
    private static readonly LabAnswer TruncatedSuccess = LabAnswer.Accepted.Without(20);
    private static readonly LabAnswer TruncatedError = LabAnswer.Json(500, """{"error":"Internal error","code":"server_error"}""").Without(20);

    public static Fault NotHttp { get; } = new() { Answer = LabAnswer.Raw("SSH-2.0-Lab\r\n\r\n"), Ends = LabEnding.Close };

    public static Fault TruncatedHeadThenClose { get; } = new() { Answer = TruncatedHead, Ends = LabEnding.Close };
    public static Fault TruncatedHeadThenReset { get; } = new() { Answer = TruncatedHead, Ends = LabEnding.Reset };
    public static Fault TruncatedHeadThenHang { get; } = new() { Answer = TruncatedHead, Ends = LabEnding.Hang };

    public static Fault TruncatedSuccessThenClose { get; } = new() { Answer = TruncatedSuccess, Ends = LabEnding.Close };
    public static Fault TruncatedSuccessThenReset { get; } = new() { Answer = TruncatedSuccess, Ends = LabEnding.Reset };
    public static Fault TruncatedSuccessThenHang { get; } = new() { Answer = TruncatedSuccess, Ends = LabEnding.Hang };

    public static Fault TruncatedErrorThenClose { get; } = new() { Answer = TruncatedError, Ends = LabEnding.Close };
    public static Fault TruncatedErrorThenReset { get; } = new() { Answer = TruncatedError, Ends = LabEnding.Reset };
    public static Fault TruncatedErrorThenHang { get; } = new() { Answer = TruncatedError, Ends = LabEnding.Hang };

    /// <summary>The whole JSON, and a Content-Length that promises ten bytes more.</summary>
    public static Fault ContentLengthTooLong { get; } = new() { Answer = OffBy(10), Ends = LabEnding.Close };

    /// <summary>The whole JSON, of which the Content-Length leaves ten bytes out; they lie on the connection as a false start of the next answer.</summary>
    public static Fault ContentLengthTooShort { get; } = new() { Answer = OffBy(-10) };

    public static Fault ChunkedGarbage { get; } = new() { Answer = Chunked("not a chunk size\r\n{\"succ"), Ends = LabEnding.Close };
    public static Fault ChunkedCutShort { get; } = new() { Answer = Chunked("7\r\n{\"succe"), Ends = LabEnding.Close };

    private static LabAnswer OffBy(int bytes) => LabAnswer.Of(200, occasion => new LabResponse(200)
    {
        Body = Encoding.UTF8.GetBytes($$"""{"success":true,"message_id":"{{occasion.MessageId}}","status":"queued"}"""),
        LengthIsOffBy = bytes,
    });

    private static LabAnswer Chunked(string body) => LabAnswer.Of(new LabResponse(200)
    {
        Body = Encoding.ASCII.GetBytes(body),
        Headers = ["Transfer-Encoding: chunked"],
        HasLength = false,
    });
}
