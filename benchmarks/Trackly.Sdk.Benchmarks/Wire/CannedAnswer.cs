using System.Net;

namespace Trackly.Sdk.Benchmarks.Wire;

/// <summary>What the server says: the contract's own examples, and an error that the contract does not name.</summary>
internal sealed record CannedAnswer(HttpStatusCode Status, byte[] Json)
{
    public static CannedAnswer Accepted { get; } = new(HttpStatusCode.OK, """{"success":true,"message_id":"a1b2c3d4","status":"queued"}"""u8.ToArray());

    public static CannedAnswer ListNotFound { get; } = new(
        HttpStatusCode.BadRequest,
        """{"error":"The sending list was not found or does not belong to your account","code":"list_not_found"}"""u8.ToArray());

    /// <summary>Nothing documented; it is tried again.</summary>
    public static CannedAnswer Unavailable { get; } = new(
        HttpStatusCode.ServiceUnavailable, """{"error":"Service unavailable"}"""u8.ToArray());
}
