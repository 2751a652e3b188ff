namespace Trackly.Sdk.Pipeline;

/// <summary>Refuses to transmit one attempt twice. Not an error of the network, so that nobody takes it for a reason to try again.</summary>
internal sealed class RepeatedTransmissionException() : InvalidOperationException(
    "A handler tried to transmit the same message a second time, or followed a redirect with it. Trackly.Sdk decides itself what may be tried again: see TracklyClientOptions.Retry.");
