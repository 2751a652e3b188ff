using System.IO.Compression;
using System.Text;

namespace FaultLab;

/// <summary>Responses with Content-Encoding: gzip, although the client did not ask for it.</summary>
public static class CompressedResponses
{
    private const string AcceptedJson = """{"success":true,"message_id":"aaaaaaaa","status":"queued"}""";

    public static Fault GzipAccepted { get; } = new() { Response = Create(200, Compress(AcceptedJson)) with { Meaning = ResponseMeaning.Accepted } };
    public static Fault GzipListNotFound { get; } = new() { Response = Create(400, Compress("""{"error":"The server says 400","code":"list_not_found"}""")) };

    /// <summary>A whole HTTP body that is only the first half of a gzip stream.</summary>
    public static Fault GzipCutShort { get; } = new() { Response = Create(200, [.. Compress(AcceptedJson).Take(30)]) };

    internal static byte[] Compress(string text)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        using (var writer = new StreamWriter(gzip, Encoding.ASCII))
            writer.Write(text);
        return compressed.ToArray();
    }

    private static ScriptedResponse Create(int status, byte[] body) =>
        ScriptedResponse.Create(new HttpResponse(status) { Body = body, Headers = ["Content-Encoding: gzip"] });
}
