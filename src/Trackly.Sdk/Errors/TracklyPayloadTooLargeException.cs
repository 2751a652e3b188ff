namespace Trackly.Sdk;

/// <summary>The request is larger than Trackly accepts (413): 5 MB in all.</summary>
/// <param name="response">The error response.</param>
/// <param name="details">The outcome and the attempts. Null, the default, means the outcome that follows from the response, and no attempt.</param>
public sealed class TracklyPayloadTooLargeException(TracklyErrorResponse response, TracklyFailureDetails? details = null) : TracklyApiException(response, details);
