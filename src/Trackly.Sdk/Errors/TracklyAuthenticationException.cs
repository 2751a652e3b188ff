namespace Trackly.Sdk;

/// <summary>The API key is missing, unknown or revoked (401).</summary>
/// <param name="response">What Trackly said.</param>
/// <param name="outcome">What became of the message.</param>
/// <param name="attempts">The attempts made. Null means none.</param>
public sealed class TracklyAuthenticationException(
    TracklyErrorResponse response, SendOutcome outcome = SendOutcome.Rejected, IReadOnlyList<SendAttempt>? attempts = null)
    : TracklyApiException(response, outcome, attempts);
