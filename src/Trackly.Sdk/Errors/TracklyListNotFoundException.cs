namespace Trackly.Sdk;

/// <summary>The sending list does not exist or belongs to another account: <c>list_not_found</c>, whatever the status.</summary>
/// <param name="response">What Trackly said.</param>
/// <param name="outcome">What became of the message.</param>
/// <param name="attempts">The attempts made. Null means none.</param>
public sealed class TracklyListNotFoundException(
    TracklyErrorResponse response, SendOutcome outcome = SendOutcome.Rejected, IReadOnlyList<SendAttempt>? attempts = null)
    : TracklyApiException(response, outcome, attempts);
