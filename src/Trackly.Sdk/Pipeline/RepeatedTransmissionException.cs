namespace Trackly.Sdk.Pipeline;

/// <summary>
/// Refuses to transmit one attempt twice. A cancellation, since that is what HttpClient hands on as it is and retrying handlers do not take for a reason to try again.
/// </summary>
internal sealed class RepeatedTransmissionException() : OperationCanceledException(
    "A handler tried to transmit the same message a second time, or followed a redirect with it. Trackly.Sdk decides itself what may be tried again: see TracklyClientOptions.Retry.");
