using System.Text;

namespace FaultLab;

/// <summary>Responses made to exhaust a client's time or memory.</summary>
public static class HostileResponses
{
    private const int Unlimited = int.MaxValue;
    private static readonly byte[] Filler = Encoding.ASCII.GetBytes(new string('a', 16 * 1024));
    private static readonly ScriptedResponse ServerError = ScriptedResponse.CreateJson(500, """{"error":"Internal error","code":"server_error"}""");
    private static readonly ScriptedResponse Continues =
        ScriptedResponse.CreateRaw("") with { Repeated = Encoding.ASCII.GetBytes("HTTP/1.1 100 Continue\r\n\r\n"), RepeatCount = 100 };

    private static readonly ScriptedResponse ContinuesAndAccepts =
        Continues with { CreateFinalBytes = ScriptedResponse.Accepted.CreateBytes, Status = 200, Meaning = ResponseMeaning.Accepted };

    public static Fault EndlessHeaders { get; } = new() { Response = CreateEndless("HTTP/1.1 200 OK\r\n", "X-Filler: aaaaaaaaaaaaaaaa\r\n"), End = ConnectionEnd.Close };
    public static Fault EndlessHeaderLine { get; } = new() { Response = CreateEndless("HTTP/1.1 200 OK\r\nX-Filler: ", "aaaaaaaaaaaaaaaa"), End = ConnectionEnd.Close };
    public static Fault EndlessSuccessBody { get; } = new() { Response = CreateEndlessBody(200, "{\"success\":true,\"message_id\":\""), End = ConnectionEnd.Close };
    public static Fault EndlessErrorBody { get; } = new() { Response = CreateEndlessBody(500, "{\"error\":\""), End = ConnectionEnd.Close };

    public static Fault TrickledHead { get; } = new() { Response = ScriptedResponse.Accepted with { Trickle = Trickle.FromHead, Status = null } };
    public static Fault TrickledSuccessBody { get; } = new() { Response = ScriptedResponse.Accepted with { Trickle = Trickle.FromBody } };
    public static Fault TrickledErrorBody { get; } = new() { Response = ServerError with { Trickle = Trickle.FromBody } };

    /// <summary>100 Continue a hundred times, which a client tolerates, then the normal response.</summary>
    public static Fault ContinuesThenAccepted { get; } = new() { Response = ContinuesAndAccepts };

    /// <summary>100 Continue a hundred times, then nothing.</summary>
    public static Fault ContinuesThenHang { get; } = new() { Response = Continues, End = ConnectionEnd.Hang };

    /// <summary>100 Continue a hundred thousand times, then the normal response, if the client still reads.</summary>
    public static Fault ContinueFlood { get; } = new() { Response = ContinuesAndAccepts with { RepeatCount = 100_000 } };

    /// <summary>About 1 MiB on the wire that decompresses to 1 GiB: the same member of 1 MiB repeated, which gzip allows.</summary>
    public static Fault GzipBombSuccess { get; } = new() { Response = CreateGzipBomb(200), End = ConnectionEnd.Close };
    public static Fault GzipBombError { get; } = new() { Response = CreateGzipBomb(500), End = ConnectionEnd.Close };

    private static ScriptedResponse CreateEndless(string start, string line) =>
        ScriptedResponse.CreateRaw(start) with { Repeated = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(line, 1024))), RepeatCount = Unlimited };

    private static ScriptedResponse CreateEndlessBody(int status, string start) => ScriptedResponse.Create(new HttpResponse(status)
    {
        Body = Encoding.ASCII.GetBytes(start),
        HasContentLength = false,
    }) with
    { Repeated = Filler, RepeatCount = Unlimited };

    private static ScriptedResponse CreateGzipBomb(int status) => ScriptedResponse.Create(new HttpResponse(status)
    {
        Body = CompressedResponses.Compress("{\"error\":\""),
        Headers = ["Content-Encoding: gzip"],
        HasContentLength = false,
    }) with
    { Repeated = CompressedResponses.Compress(new string('a', 1024 * 1024)), RepeatCount = 1024 };
}
