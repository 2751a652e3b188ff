using System.Text;

namespace FaultLab;

/// <summary>Whole 2xx answers that carry no message id to believe, and those that say no.</summary>
public static class UnreadableSuccesses
{
    public static Fault NoContent { get; } = Success(204, "");
    public static Fault EmptyBody { get; } = Success(200, "");
    public static Fault Html { get; } = new()
    {
        Answer = LabAnswer.Of(new LabResponse(200) { ContentType = "text/html", Body = Encoding.ASCII.GetBytes("<html><body>Sign in to the network</body></html>") }),
    };

    public static Fault JsonArray { get; } = Success(200, "[]");
    public static Fault JsonNull { get; } = Success(200, "null");
    public static Fault NoMessageId { get; } = Success(200, """{"success":true,"status":"queued"}""");
    public static Fault EmptyMessageId { get; } = Success(200, """{"success":true,"message_id":"","status":"queued"}""");
    public static Fault NullMessageId { get; } = Success(200, """{"success":true,"message_id":null,"status":"queued"}""");
    public static Fault NumericMessageId { get; } = Success(200, """{"success":true,"message_id":12345678,"status":"queued"}""");

    public static Fault DuplicateKeys { get; } = Success(200, """{"success":true,"message_id":"aaaaaaaa","message_id":"bbbbbbbb","status":"queued"}""");
    public static Fault DeeplyNested { get; } =
        Success(200, "{\"success\":true,\"message_id\":\"aaaaaaaa\",\"status\":\"queued\",\"x\":" + new string('[', 50_000) + new string(']', 50_000) + "}");

    /// <summary>A message id that is not UTF-8: C3 28.</summary>
    public static Fault InvalidUtf8 { get; } = new()
    {
        Answer = LabAnswer.Of(new LabResponse(200)
        {
            Body = [.. Encoding.ASCII.GetBytes("{\"success\":true,\"message_id\":\"aaaa"), 0xC3, 0x28, .. Encoding.ASCII.GetBytes("\",\"status\":\"queued\"}")],
        }),
    };

    public static Fault SuccessFalse { get; } = No("""{"success":false,"error":"Not queued"}""");
    public static Fault SuccessFalseWithCode { get; } = No("""{"success":false,"error":"List not found","code":"list_not_found"}""");

    private static Fault Success(int status, string body, [System.Runtime.CompilerServices.CallerMemberName] string name = "") =>
        new(name) { Answer = LabAnswer.Json(status, body) };

    private static Fault No(string body, [System.Runtime.CompilerServices.CallerMemberName] string name = "") =>
        new(name) { Answer = LabAnswer.Json(200, body) with { Verdict = LabVerdict.Rejected } };
}
