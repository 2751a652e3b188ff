namespace Trackly.Sdk;

/// <summary>The account may not do this (403): it is suspended, which has no code, or lacks a product.</summary>
/// <param name="response">The error response.</param>
/// <param name="details">The outcome and the attempts. Null, the default, means the outcome that follows from the response, and no attempt.</param>
public sealed class TracklyPermissionException(TracklyErrorResponse response, TracklyFailureDetails? details = null) : TracklyApiException(response, details);
