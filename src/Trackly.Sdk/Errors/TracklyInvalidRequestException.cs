namespace Trackly.Sdk;

/// <summary>Trackly refused a field of the request (400), for example with the code <c>invalid_phone</c>, or responded with a 400 that is not documented.</summary>
/// <param name="response">The error response.</param>
/// <param name="details">The outcome and the attempts. Null, the default, means the outcome that follows from the response, and no attempt.</param>
public sealed class TracklyInvalidRequestException(TracklyErrorResponse response, TracklyFailureDetails? details = null) : TracklyApiException(response, details);
