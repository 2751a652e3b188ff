using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Trackly.Sdk.Testing.Api;

namespace Trackly.Sdk.Testing.Fake;

/// <summary>Creates responses as they arrive from the network.</summary>
internal static class FakeResponses
{
    // Whether a success has the status 200 or 201 is not documented. The fake uses 200, as the emulator does.
    public static HttpResponseMessage CreateAccepted(string messageId) =>
        CreateJson(HttpStatusCode.OK, $$"""{"success":true,"message_id":{{Quote(messageId)}},"status":"queued"}""");

    /// <param name="queued">The number of messages that were queued.</param>
    /// <param name="errors">The errors, each with the place of its message.</param>
    /// <param name="maxListed">How many of them are listed.</param>
    public static HttpResponseMessage CreateBulk(int queued, IReadOnlyList<(int Index, string Code, string Message)> errors, int maxListed)
    {
        var listed = errors.Take(maxListed)
            .Select(static error => $$"""{"index":{{error.Index.ToString(CultureInfo.InvariantCulture)}},"code":{{Quote(error.Code)}},"error":{{Quote(error.Message)}}}""");
        return CreateJson(HttpStatusCode.OK, FormattableString.Invariant(
            $$"""{"queued_count":{{queued}},"error_count":{{errors.Count}},"errors":[{{string.Join(",", listed)}}]}"""));
    }

    public static HttpResponseMessage CreatePage(int status) =>
        new((HttpStatusCode)status) { Content = new StringContent(GatewayHtml.Create(status), Encoding.UTF8, "text/html") };

    public static HttpResponseMessage Create(ApiResponse response) => CreateJson((HttpStatusCode)response.Status, response.Body.ToJsonString());

    /// <param name="status">The HTTP status.</param>
    /// <param name="errorMessage">Null means the message for the status.</param>
    /// <param name="code">Null means none.</param>
    /// <param name="retryAfterSeconds">Null means no <c>Retry-After</c> header.</param>
    public static HttpResponseMessage CreateError(int status, string? errorMessage, string? code, int? retryAfterSeconds)
    {
        var error = Quote(errorMessage ?? DocumentedErrors.FindMessage(status));
        var response = CreateJson((HttpStatusCode)status, code is null ? $$"""{"error":{{error}}}""" : $$"""{"error":{{error}},"code":{{Quote(code)}}}""");
        if (retryAfterSeconds is { } seconds)
            response.Headers.TryAddWithoutValidation("Retry-After", seconds.ToString(CultureInfo.InvariantCulture));
        return response;
    }

    private static HttpResponseMessage CreateJson(HttpStatusCode status, string json) => new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    private static string Quote(string value) => $"\"{JsonEncodedText.Encode(value)}\"";
}
