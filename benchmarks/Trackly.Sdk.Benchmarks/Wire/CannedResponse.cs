using System.Net;

namespace Trackly.Sdk.Benchmarks.Wire;

/// <summary>The server's responses: the documented examples, and an undocumented error.</summary>
internal sealed record CannedResponse(HttpStatusCode Status, byte[] Json)
{
    public static CannedResponse Accepted { get; } = new(HttpStatusCode.OK, """{"success":true,"message_id":"a1b2c3d4","status":"queued"}"""u8.ToArray());

    public static CannedResponse ListNotFound { get; } = new(
        HttpStatusCode.BadRequest,
        """{"error":"The sending list was not found or does not belong to your account","code":"list_not_found"}"""u8.ToArray());

    /// <summary>An undocumented error, which the SDK retries.</summary>
    public static CannedResponse Unavailable { get; } = new(
        HttpStatusCode.ServiceUnavailable, """{"error":"Service unavailable"}"""u8.ToArray());
}
