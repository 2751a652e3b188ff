namespace Trackly.Sdk;

/// <summary>Trackly, or a proxy before it, failed (5xx). The message may be queued, unless the response was a 503 with Retry-After.</summary>
/// <param name="response">The error response.</param>
/// <param name="details">The outcome and the attempts. Null, the default, means the outcome that follows from the response, and no attempt.</param>
public sealed class TracklyServerException(TracklyErrorResponse response, TracklyFailureDetails? details = null) : TracklyApiException(response, details);
