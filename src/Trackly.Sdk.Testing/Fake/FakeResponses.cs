using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Trackly.Sdk.Testing.Fake;

/// <summary>The answers, as they come over the handler.</summary>
internal static class FakeResponses
{
    /// <summary>The one text that is documented for a status without a code.</summary>
    private const string Suspended = "Account is suspended";

    // Whether success is 200 or 201 is not documented. The fake's choice, as the emulator's: 200.
    public static HttpResponseMessage Accepted(string messageId) =>
        Json(HttpStatusCode.OK, $$"""{"success":true,"message_id":{{Quote(messageId)}},"status":"queued"}""");

    public static HttpResponseMessage Unreadable() =>
        new(HttpStatusCode.OK) { Content = new StringContent("<html>OK</html>", Encoding.UTF8, "text/html") };

    public static HttpResponseMessage Error(HttpStatusCode status, string? error, TracklyErrorCode? code, TimeSpan? retryAfter)
    {
        error ??= status == HttpStatusCode.Forbidden ? Suspended : null;
        var response = error is null && code is null ? new HttpResponseMessage(status) { Content = new ByteArrayContent([]) } : Json(status, Envelope(error, code));
        if (retryAfter is { } wait)
            response.Headers.TryAddWithoutValidation("Retry-After", Math.Ceiling(wait.TotalSeconds).ToString("F0", CultureInfo.InvariantCulture));
        return response;
    }

    /// <summary>Trackly promises <c>error</c> in every envelope, and <c>code</c> in most.</summary>
    private static string Envelope(string? error, TracklyErrorCode? code) =>
        code is { } known ? $$"""{"error":{{Quote(error ?? "")}},"code":{{Quote(known.Value)}}}""" : $$"""{"error":{{Quote(error!)}}}""";

    private static HttpResponseMessage Json(HttpStatusCode status, string json) => new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
