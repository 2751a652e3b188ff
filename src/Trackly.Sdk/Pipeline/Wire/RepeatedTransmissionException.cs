namespace Trackly.Sdk.Pipeline.Wire;

/// <summary>
/// Refuses to transmit an attempt twice. Derives from <see cref="OperationCanceledException"/> because HttpClient does not wrap it and retry handlers do not retry it.
/// </summary>
internal sealed class RepeatedTransmissionException(string message) : OperationCanceledException(message)
{
    public RepeatedTransmissionException()
        : this(
            "A handler tried to transmit the same request a second time, or followed a redirect with it. "
            + "Trackly.Sdk itself decides what is retried: see TracklyClientOptions.Retry.")
    {
    }

    public static RepeatedTransmissionException ForChangedRequest() =>
        new("A handler changed the address or the method of the request. The API key goes only to BaseAddress: set that instead.");
}
