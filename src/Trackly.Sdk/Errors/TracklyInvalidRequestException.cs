namespace Trackly.Sdk;

/// <summary>Trackly refused a field of the request (400): <c>missing_to</c>, <c>missing_list_number</c>, <c>missing_body</c>, <c>invalid_phone</c>, <c>invalid_list_number</c>, or a 400 that is not documented.</summary>
/// <param name="response">What Trackly said.</param>
/// <param name="outcome">What became of the message.</param>
/// <param name="attempts">The attempts made. Null means none.</param>
public sealed class TracklyInvalidRequestException(
    TracklyErrorResponse response, SendOutcome outcome = SendOutcome.Rejected, IReadOnlyList<SendAttempt>? attempts = null)
    : TracklyApiException(response, outcome, attempts);
