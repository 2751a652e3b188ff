using System.IO.Compression;
using System.Text;

namespace FaultLab;

/// <summary>Answers made to eat a client's time or memory.</summary>
public static class HostileAnswers
{
    private const int ForEver = int.MaxValue;
    private static readonly byte[] Filler = Encoding.ASCII.GetBytes(new string('a', 16 * 1024));
    private static readonly LabAnswer ServerError = LabAnswer.Json(500, """{"error":"Internal error","code":"server_error"}""");
    private static readonly LabAnswer Continues = LabAnswer.Raw("") with { Repeated = Encoding.ASCII.GetBytes("HTTP/1.1 100 Continue\r\n\r\n"), Times = 100 };

    public static Fault EndlessHeaders { get; } = new() { Answer = Endless("HTTP/1.1 200 OK\r\n", "X-Filler: aaaaaaaaaaaaaaaa\r\n"), Ends = LabEnding.Close };
    public static Fault EndlessHeaderLine { get; } = new() { Answer = Endless("HTTP/1.1 200 OK\r\nX-Filler: ", "aaaaaaaaaaaaaaaa"), Ends = LabEnding.Close };
    public static Fault EndlessSuccessBody { get; } = new() { Answer = EndlessBody(200, "{\"success\":true,\"message_id\":\""), Ends = LabEnding.Close };
    public static Fault EndlessErrorBody { get; } = new() { Answer = EndlessBody(500, "{\"error\":\""), Ends = LabEnding.Close };

    public static Fault DrippingHead { get; } = new() { Answer = LabAnswer.Accepted with { Drips = LabDrip.FromHead, Status = null } };
    public static Fault DrippingSuccessBody { get; } = new() { Answer = LabAnswer.Accepted with { Drips = LabDrip.FromBody } };
    public static Fault DrippingErrorBody { get; } = new() { Answer = ServerError with { Drips = LabDrip.FromBody } };

    /// <summary>100 Continue a hundred times, within what a client may bear, then the good answer.</summary>
    public static Fault ContinuesThenAccepted { get; } =
        new() { Answer = Continues with { Last = LabAnswer.Accepted.Bytes, Status = 200, Verdict = LabVerdict.Accepted } };

    /// <summary>100 Continue a hundred times, then nothing.</summary>
    public static Fault ContinuesThenHang { get; } = new() { Answer = Continues, Ends = LabEnding.Hang };

    /// <summary>100 Continue a hundred thousand times, then the good answer, should anybody still read it.</summary>
    public static Fault ContinueFlood { get; } =
        new() { Answer = Continues with { Times = 100_000, Last = LabAnswer.Accepted.Bytes, Status = 200, Verdict = LabVerdict.Accepted } };

    /// <summary>About 1 MiB on the wire that inflates to 1 GiB; the same 1 MiB member again and again, which gzip allows.</summary>
    public static Fault GzipBombSuccess { get; } = new() { Answer = GzipBomb(200), Ends = LabEnding.Close };
    public static Fault GzipBombError { get; } = new() { Answer = GzipBomb(500), Ends = LabEnding.Close };

    private static LabAnswer Endless(string start, string line) =>
        LabAnswer.Raw(start) with { Repeated = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(line, 1024))), Times = ForEver };

    private static LabAnswer EndlessBody(int status, string start) => LabAnswer.Of(new LabResponse(status)
    {
        Body = Encoding.ASCII.GetBytes(start),
        HasLength = false,
    }) with
    { Repeated = Filler, Times = ForEver };

    private static LabAnswer GzipBomb(int status) => LabAnswer.Of(new LabResponse(status)
    {
        Body = Gzip("{\"error\":\""),
        Headers = ["Content-Encoding: gzip"],
        HasLength = false,
    }) with
    { Repeated = Gzip(new string('a', 1024 * 1024)), Times = 1024 };

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        using (var writer = new StreamWriter(gzip, Encoding.ASCII))
            writer.Write(text);
        return packed.ToArray();
    }
}
