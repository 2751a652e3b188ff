using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FaultLab;

namespace Trackly.Sdk.Tests.Support;

/// <summary>Responses of a server that echoes all values of the request, in every place where a response can hold them.</summary>
internal static class CanaryResponses
{
    /// <summary>A name and the responses in order.</summary>
    public static IReadOnlyList<(string Name, Fault[] Responses)> All { get; } =
    [
        Create("accepted", Http(200, """{"success":true,"message_id":"a1b2c3d4","status":"queued"}""")),
        // A single lower-case word looks like a status, so code that prints a status prints it.
        .. Canary.Echoes.Where(static echo => echo is not ("marigold" or "loyalty_canary" or "order_canary"))
            .Select(static echo => Create("accepted, echoed as status and more", Http(200, Json(("success", true), ("message_id", "a1b2c3d4"), ("status", echo), (echo, echo))))),
        .. Canary.Echoes.SelectMany(static echo => new[] { "invalid_phone", echo }.Select(code => Create("bulk, refused",
            Http(200, $$"""{"queued_count":0,"error_count":1,"errors":[{"index":0,{{Json(("code", code), ("error", echo)).Substring(1)}}]}""")))),
        Create("bulk, unknown", Http(200, $$"""{"queued_count":1,"error_count":1,"errors":[{{Json(("phone_number", Canary.Everything), ("error", Canary.Everything))}}]}""")),
        Create("accepted, numbers and text as id", Http(201, Json(("message_id", "+1 (415) 555-0142")))),
        Create("accepted, text as id", Http(201, Json(("message_id", Canary.Request.Body)))),
        Create("accepted, number as id", Http(201, Json(("message_id", "14155550142")))),
        .. Canary.Echoes.SelectMany(static echo => new[] { "missing_to", "invalid_phone", "list_not_found", "webhook_not_configured", echo, $"bad_{echo}" }
            .Select(code => Create("refused with code", Http(400, Json(("error", $"Cannot text {echo}."), ("code", code), ("message", Canary.Everything)))))),
        .. new[] { 301, 307, 401, 402, 403, 404, 408, 413, 422, 425, 429, 500, 502, 503, 599, 777 }
            .Select(static status => Create($"status {status}", Http(status, Json(("error", Canary.Everything), ("message", Canary.Everything))))),
        .. new[] { 400, 429, 502, 200 }.Select(static status => Create($"HTML {status}", Http(status, $"<html>{WebUtility.HtmlEncode(Canary.Everything)}</html>"))),
        Create("come back later", Http(503, Json(("error", Canary.Everything)), $"Retry-After: 86400\r\nX-Echo: {HeaderSafe(Canary.Everything)}\r\n")),
        Create("echo in a header", Http(400, "", $"X-Echo: {HeaderSafe(Canary.Everything)}\r\nLocation: /?q={WebUtility.UrlEncode(Canary.Everything)}\r\n")),
        Create("refused within 200", Http(200, Json(("success", false), ("error", Canary.Everything), ("code", Canary.Request.ContactData!.FirstName!)))),
        .. Canary.Echoes.SelectMany(static echo => new[]
        {
            Create("not JSON", Http(200, echo)),
            Create("not an object", Http(200, $"[{JsonSerializer.Serialize(echo)}]")),
            Create("duplicate member", Http(200, $"{{{JsonSerializer.Serialize(echo)}:1,{JsonSerializer.Serialize(echo)}:2}}")),
            Create("wrong type", Http(200, $"{{\"message_id\":{{{JsonSerializer.Serialize(echo)}:1}}}}")),
            Create("no id", Http(200, Json((echo, echo)))),
            Create("half a character", Http(200, $"{{\"message_id\":\"\\ud800{JavaScriptEncoder.Default.Encode(echo)}\"}}")),
            Create("cut short", Raw($"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n{{\"message_id\":\"{echo}")),
            Create("not a status line", Raw($"{HeaderSafe(echo)} HTTP\r\n\r\n")),
            Create("not a status", Raw($"HTTP/1.1 {HeaderSafe(echo)}\r\n\r\n")),
            Create("not a header", Raw($"HTTP/1.1 200 OK\r\n{HeaderSafe(echo)}\r\n\r\n")),
            Create("not a chunk", Raw($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{HeaderSafe(echo)}\r\n")),
        }),
        Create("closed without a response", Raw("")),
        Create("retried, then accepted", Http(500, Json(("error", Canary.Everything))), Http(429, Canary.Everything), Http(200, Json(("message_id", "a1b2c3d4")))),
    ];

    /// <summary>Creates a success whose object has these members.</summary>
    public static (string Name, Fault[] Responses) CreateSuccess(string name, string members) => Create(name, Http(200, $"{{{members}}}"));

    private static (string, Fault[]) Create(string name, params Fault[] responses) => (name, responses);

    private static Fault Http(int status, string body, string headers = "") =>
        Raw($"HTTP/1.1 {status} Status\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n{headers}\r\n{body}");

    /// <summary>Sends the bytes as they are, HTTP or not, and closes the connection.</summary>
    private static Fault Raw(string bytes) => new() { Response = ScriptedResponse.CreateRaw(bytes), End = ConnectionEnd.Close };

    private static string Json(params (string Name, object Value)[] members)
    {
        var json = new JsonObject();
        foreach (var (name, value) in members)
            json[name] = value is bool flag ? flag : (string)value;
        return json.ToJsonString();
    }

    /// <summary>Removes line breaks, which would end a header.</summary>
    private static string HeaderSafe(string text) => text.Replace('\n', ' ');
}
