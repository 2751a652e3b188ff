namespace Trackly.Sdk;

/// <summary>The webhook of a bring-your-own-carrier (BYOC) list is not verified yet: <c>webhook_not_configured</c>.</summary>
/// <param name="response">What Trackly said.</param>
/// <param name="outcome">What became of the message.</param>
/// <param name="attempts">The attempts made. Null means none.</param>
public sealed class TracklyWebhookNotConfiguredException(
    TracklyErrorResponse response, SendOutcome outcome = SendOutcome.Rejected, IReadOnlyList<SendAttempt>? attempts = null)
    : TracklyApiException(response, outcome, attempts);
