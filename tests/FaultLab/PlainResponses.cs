using System.Runtime.CompilerServices;
using System.Text;

namespace FaultLab;

/// <summary>Whole, well-formed responses: the normal one, and every error that a client may meet.</summary>
public static class PlainResponses
{
    public static Fault Accepted { get; } = new() { Response = ScriptedResponse.Accepted };

    public static Fault MissingTo { get; } = CreateError(400, "missing_to");
    public static Fault MissingListNumber { get; } = CreateError(400, "missing_list_number");
    public static Fault MissingBody { get; } = CreateError(400, "missing_body");
    public static Fault InvalidPhone { get; } = CreateError(400, "invalid_phone");
    public static Fault InvalidListNumber { get; } = CreateError(400, "invalid_list_number");
    public static Fault ListNotFound { get; } = CreateError(400, "list_not_found");
    public static Fault WebhookNotConfigured { get; } = CreateError(400, "webhook_not_configured");
    public static Fault UnknownCode { get; } = CreateError(400, "unknown_code");

    public static Fault MissingApiKey { get; } = CreateError(401, "missing_api_key");
    public static Fault InvalidApiKey { get; } = CreateError(401, "invalid_api_key");
    public static Fault PaymentRequired { get; } = CreateError(402, "suspended");
    public static Fault Suspended { get; } = CreateRaw(403, """{"error":"Account is suspended"}""");
    public static Fault NotFound { get; } = CreateError(404, "not_found");

    /// <summary>For a client that uses this server as its proxy.</summary>
    public static Fault ProxyAuthenticationRequired { get; } = new()
    {
        Response = ScriptedResponse.Create(new HttpResponse(407) { ContentType = "text/html", Headers = ["Proxy-Authenticate: Basic realm=\"Lab\""] }),
    };

    public static Fault RequestTimeout { get; } = CreateError(408, "timeout");
    public static Fault Conflict { get; } = CreateError(409, "conflict");
    public static Fault PayloadTooLarge { get; } = CreateError(413, "payload_too_large");

    public static Fault TooEarly { get; } = CreateError(425, "too_early");
    public static Fault TooManyRequests { get; } = CreateError(429, "rate_limited");

    /// <summary>For a client that uses https: the port speaks plain HTTP, so that a handshake is a bad request.</summary>
    public static Fault BadRequestUnread { get; } = CreateError(400, "bad_request") with { Reads = RequestPart.None, End = ConnectionEnd.Close };

    public static Fault InternalServerError { get; } = CreateError(500, "server_error");
    public static Fault BadGatewayHtml { get; } = new()
    {
        Response = ScriptedResponse.Create(new HttpResponse(502) { ContentType = "text/html", Body = Encoding.ASCII.GetBytes("<html><body>502 Bad Gateway</body></html>") }),
    };

    public static Fault ServiceUnavailable { get; } = CreateError(503, "unavailable");
    public static Fault GatewayTimeout { get; } = CreateError(504, "timeout");

    private static Fault CreateError(int status, string code, [CallerMemberName] string name = "") =>
        new(name) { Response = ScriptedResponse.CreateJson(status, $$"""{"error":"The server says {{status}}","code":"{{code}}"}""") };

    private static Fault CreateRaw(int status, string json, [CallerMemberName] string name = "") => new(name) { Response = ScriptedResponse.CreateJson(status, json) };
}
