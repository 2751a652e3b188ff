namespace Trackly.Sdk;

/// <summary>The API key is missing, unknown or revoked (401).</summary>
/// <param name="response">The error response.</param>
/// <param name="details">The outcome and the attempts. Null, the default, means the outcome that follows from the response, and no attempt.</param>
public sealed class TracklyAuthenticationException(TracklyErrorResponse response, TracklyFailureDetails? details = null) : TracklyApiException(response, details);
