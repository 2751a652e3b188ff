namespace Trackly.Sdk;

/// <summary>
/// A timeout ran out before a response arrived: <see cref="TracklyClientOptions.AttemptTimeout"/>, <see cref="TracklyClientOptions.Timeout"/>, or one that the host put
/// around the client. The caller's own cancellation is <see cref="TracklyCanceledException"/>.
/// </summary>
public sealed class TracklyTimeoutException : TracklyConnectionException
{
    /// <summary>Creates the exception, for instance in a test of your own code.</summary>
    /// <param name="message">The sentence a developer reads.</param>
    /// <param name="details">The outcome, the attempts and the error of the last attempt. Null, the default, means an unknown outcome and no more.</param>
    public TracklyTimeoutException(string message, TracklyFailureDetails? details = null)
        : base(message, details)
    {
    }
}
