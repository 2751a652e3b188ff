namespace Trackly.Sdk;

/// <summary>The sending list does not exist or belongs to another account: <c>list_not_found</c>, whatever the status.</summary>
/// <param name="response">The error response.</param>
/// <param name="details">The outcome and the attempts. Null, the default, means the outcome that follows from the response, and no attempt.</param>
public sealed class TracklyListNotFoundException(TracklyErrorResponse response, TracklyFailureDetails? details = null) : TracklyApiException(response, details);
