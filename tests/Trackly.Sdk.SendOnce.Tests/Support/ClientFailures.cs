using System.Net;

namespace Trackly.Sdk.SendOnce.Tests.Support;

/// <summary>What the client throws.</summary>
internal static class ClientFailures
{
    public static TracklyApiException Refuse(HttpStatusCode status, TracklyErrorCode? code, TimeSpan? retryAfter = null) =>
        TracklyApiException.Create(new TracklyErrorResponse { StatusCode = status, ErrorCode = code, RetryAfter = retryAfter });

    public static TracklyConnectionException LoseResponse() => new("The response was lost.", new() { Outcome = SendOutcome.Unknown });

    public static TracklyConnectionException SendNothing() => new("Nobody listens.", new() { Outcome = SendOutcome.NotSent });

    public static TracklyCanceledException Cancel(SendOutcome outcome, CancellationToken cancellationToken) =>
        new TracklyCanceledException(new() { Outcome = outcome }, cancellationToken);
}
