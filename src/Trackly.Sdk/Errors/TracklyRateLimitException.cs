namespace Trackly.Sdk;

/// <summary>Trackly asked to slow down (429). Nothing is queued; <see cref="TracklyApiException.RetryAfter"/> says when to try again, if Trackly said so.</summary>
/// <param name="response">What Trackly said.</param>
/// <param name="outcome">What became of the message.</param>
/// <param name="attempts">The attempts made. Null means none.</param>
public sealed class TracklyRateLimitException(
    TracklyErrorResponse response, SendOutcome outcome = SendOutcome.NotSent, IReadOnlyList<SendAttempt>? attempts = null)
    : TracklyApiException(response, outcome, attempts);
