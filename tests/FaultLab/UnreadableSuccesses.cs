using System.Runtime.CompilerServices;
using System.Text;

namespace FaultLab;

/// <summary>Whole 2xx responses without a credible message id, and those that report a failure.</summary>
public static class UnreadableSuccesses
{
    public static Fault NoContent { get; } = CreateSuccess(204, "");
    public static Fault EmptyBody { get; } = CreateSuccess(200, "");
    public static Fault Html { get; } = new()
    {
        Response = ScriptedResponse.Create(new HttpResponse(200) { ContentType = "text/html", Body = Encoding.ASCII.GetBytes("<html><body>Sign in to the network</body></html>") }),
    };

    public static Fault JsonArray { get; } = CreateSuccess(200, "[]");
    public static Fault JsonNull { get; } = CreateSuccess(200, "null");
    public static Fault NoMessageId { get; } = CreateSuccess(200, """{"success":true,"status":"queued"}""");
    public static Fault EmptyMessageId { get; } = CreateSuccess(200, """{"success":true,"message_id":"","status":"queued"}""");
    public static Fault NullMessageId { get; } = CreateSuccess(200, """{"success":true,"message_id":null,"status":"queued"}""");
    public static Fault BlankMessageId { get; } = CreateSuccess(200, """{"success":true,"message_id":" \t","status":"queued"}""");

    public static Fault DuplicateMessageId { get; } = CreateSuccess(200, """{"success":true,"message_id":"aaaaaaaa","message_id":"bbbbbbbb","status":"queued"}""");

    /// <summary>A message id that is not UTF-8: C3 28.</summary>
    public static Fault InvalidUtf8 { get; } = new()
    {
        Response = ScriptedResponse.Create(new HttpResponse(200)
        {
            Body = [.. Encoding.ASCII.GetBytes("{\"success\":true,\"message_id\":\"aaaa"), 0xC3, 0x28, .. Encoding.ASCII.GetBytes("\",\"status\":\"queued\"}")],
        }),
    };

    public static Fault SuccessFalse { get; } = CreateFailure("""{"success":false,"error":"Not queued"}""");
    public static Fault SuccessFalseWithCode { get; } = CreateFailure("""{"success":false,"error":"List not found","code":"list_not_found"}""");

    private static Fault CreateSuccess(int status, string body, [CallerMemberName] string name = "") =>
        new(name) { Response = ScriptedResponse.CreateJson(status, body) };

    private static Fault CreateFailure(string body, [CallerMemberName] string name = "") =>
        new(name) { Response = ScriptedResponse.CreateJson(200, body) with { Meaning = ResponseMeaning.Rejected } };
}
