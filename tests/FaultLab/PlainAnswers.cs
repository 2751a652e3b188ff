using System.Runtime.CompilerServices;
using System.Text;

namespace FaultLab;

/// <summary>Whole, well-formed answers: the good one, and every error a client may meet.</summary>
public static class PlainAnswers
{
    public static Fault Accepted { get; } = new() { Answer = LabAnswer.Accepted };

    public static Fault MissingTo { get; } = Error(400, "missing_to");
    public static Fault MissingListNumber { get; } = Error(400, "missing_list_number");
    public static Fault MissingBody { get; } = Error(400, "missing_body");
    public static Fault InvalidPhone { get; } = Error(400, "invalid_phone");
    public static Fault InvalidListNumber { get; } = Error(400, "invalid_list_number");
    public static Fault ListNotFound { get; } = Error(400, "list_not_found");
    public static Fault WebhookNotConfigured { get; } = Error(400, "webhook_not_configured");
    public static Fault UnheardOfCode { get; } = Error(400, "unheard_of");

    public static Fault MissingApiKey { get; } = Error(401, "missing_api_key");
    public static Fault InvalidApiKey { get; } = Error(401, "invalid_api_key");
    public static Fault PaymentRequired { get; } = Error(402, "suspended");
    public static Fault Suspended { get; } = Says(403, """{"error":"Account is suspended"}""");
    public static Fault NotFound { get; } = Error(404, "not_found");
    public static Fault RequestTimeout { get; } = Error(408, "timeout");
    public static Fault Conflict { get; } = Error(409, "conflict");
    public static Fault PayloadTooLarge { get; } = Error(413, "payload_too_large");

    /// <summary>The refusal comes after the head, the body unread, as from a proxy with a limit.</summary>
    public static Fault PayloadTooLargeBeforeBody { get; } = PayloadTooLarge with
    {
        Name = nameof(PayloadTooLargeBeforeBody),
        Reads = LabReading.Head,
        Ends = LabEnding.Close,
    };

    public static Fault TooEarly { get; } = Error(425, "too_early");
    public static Fault TooManyRequests { get; } = Error(429, "rate_limited");
    public static Fault TooManyRequestsRetryAfter { get; } = Error(429, "rate_limited", "Retry-After: 2");

    public static Fault InternalServerError { get; } = Error(500, "server_error");
    public static Fault BadGatewayHtml { get; } = new()
    {
        Answer = LabAnswer.Of(new LabResponse(502) { ContentType = "text/html", Body = Encoding.ASCII.GetBytes("<html><body>502 Bad Gateway</body></html>") }),
    };

    public static Fault ServiceUnavailable { get; } = Error(503, "unavailable");
    public static Fault ServiceUnavailableRetryAfter { get; } = new()
    {
        Answer = LabAnswer.Json(503, ErrorJson(503, "unavailable"), "Retry-After: 2") with { Verdict = LabVerdict.NotHandled },
    };

    public static Fault GatewayTimeout { get; } = Error(504, "timeout");

    private static Fault Error(int status, string code, string? header = null, [CallerMemberName] string name = "") =>
        new(name) { Answer = LabAnswer.Json(status, ErrorJson(status, code), header is null ? [] : [header]) };

    private static Fault Says(int status, string json, [CallerMemberName] string name = "") => new(name) { Answer = LabAnswer.Json(status, json) };

    private static string ErrorJson(int status, string code) => $$"""{"error":"The lab says {{status}}","code":"{{code}}"}""";
}
