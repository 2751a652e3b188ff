namespace Trackly.Sdk;

/// <summary>The webhook of a bring-your-own-carrier (BYOC) list is not verified yet: <c>webhook_not_configured</c>.</summary>
/// <param name="response">The error response.</param>
/// <param name="details">The outcome and the attempts. Null, the default, means the outcome that follows from the response, and no attempt.</param>
public sealed class TracklyWebhookNotConfiguredException(TracklyErrorResponse response, TracklyFailureDetails? details = null) : TracklyApiException(response, details);
