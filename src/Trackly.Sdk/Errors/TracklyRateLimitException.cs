namespace Trackly.Sdk;

/// <summary>Trackly asked to slow down (429). Nothing is queued; <see cref="TracklyApiException.RetryAfter"/> says when to send again, if Trackly said so.</summary>
/// <param name="response">The error response.</param>
/// <param name="details">The outcome and the attempts. Null, the default, means the outcome that follows from the response, and no attempt.</param>
public sealed class TracklyRateLimitException(TracklyErrorResponse response, TracklyFailureDetails? details = null) : TracklyApiException(response, details);
