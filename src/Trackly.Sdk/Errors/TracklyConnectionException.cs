namespace Trackly.Sdk;

/// <summary>
/// No answer arrived. <see cref="TracklyException.Outcome"/> is <see cref="SendOutcome.NotSent"/> when the message never left, and
/// <see cref="SendOutcome.Unknown"/> when it had started to.
/// </summary>
public class TracklyConnectionException : TracklyException
{
    /// <summary>Makes the exception, for instance in a test of your own code.</summary>
    /// <param name="message">The sentence a developer reads.</param>
    /// <param name="outcome">What became of the message.</param>
    /// <param name="attempts">The attempts made. Null means none.</param>
    /// <param name="innerException">The network's own error. Null means none is known.</param>
    public TracklyConnectionException(
        string message, SendOutcome outcome, IReadOnlyList<SendAttempt>? attempts = null, Exception? innerException = null)
        : base(message, outcome, attempts, innerException)
    {
    }
}
