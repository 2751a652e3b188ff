namespace Trackly.Sdk;

/// <summary>
/// A time-out ran out before an answer arrived: <see cref="TracklyClientOptions.AttemptTimeout"/>, <see cref="TracklyClientOptions.Timeout"/>, or one that
/// the host put around the client. The caller's own cancellation is <see cref="TracklyCanceledException"/>.
/// </summary>
public sealed class TracklyTimeoutException : TracklyConnectionException
{
    /// <summary>Makes the exception, for instance in a test of your own code.</summary>
    /// <param name="message">The sentence a developer reads.</param>
    /// <param name="outcome">What became of the message.</param>
    /// <param name="attempts">The attempts made. Null means none.</param>
    /// <param name="innerException">What the last attempt met. Null means nothing is known.</param>
    public TracklyTimeoutException(
        string message, SendOutcome outcome, IReadOnlyList<SendAttempt>? attempts = null, Exception? innerException = null)
        : base(message, outcome, attempts, innerException)
    {
    }
}
