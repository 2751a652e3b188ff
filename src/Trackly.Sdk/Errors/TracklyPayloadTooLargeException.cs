namespace Trackly.Sdk;

/// <summary>The request is larger than Trackly takes (413): 5 MB in all.</summary>
/// <param name="response">What Trackly said.</param>
/// <param name="outcome">What became of the message.</param>
/// <param name="attempts">The attempts made. Null means none.</param>
public sealed class TracklyPayloadTooLargeException(
    TracklyErrorResponse response, SendOutcome outcome = SendOutcome.Rejected, IReadOnlyList<SendAttempt>? attempts = null)
    : TracklyApiException(response, outcome, attempts);
