namespace Trackly.Sdk;

/// <summary>Trackly, or a proxy before it, failed (5xx). The message may be queued, unless the answer was a 503 that asked to come back later.</summary>
/// <param name="response">What Trackly said.</param>
/// <param name="outcome">What became of the message. Null means what the client would say after one attempt with this answer.</param>
/// <param name="attempts">The attempts made. Null means none.</param>
public sealed class TracklyServerException(
    TracklyErrorResponse response, SendOutcome? outcome = null, IReadOnlyList<SendAttempt>? attempts = null)
    : TracklyApiException(response, outcome, attempts);
