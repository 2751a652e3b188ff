using System.Net;

namespace Trackly.Sdk.SendOnce.Tests.Support;

/// <summary>What the client throws when Trackly answers with an error.</summary>
internal static class TracklyApiExceptions
{
    public static TracklyApiException Create(HttpStatusCode status, TracklyErrorCode? code, TimeSpan? retryAfter = null) =>
        TracklyApiException.Create(new TracklyErrorResponse { StatusCode = status, ErrorCode = code, RetryAfter = retryAfter });
}
