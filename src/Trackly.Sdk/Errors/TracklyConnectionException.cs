namespace Trackly.Sdk;

/// <summary>
/// No response arrived. <see cref="TracklyException.Outcome"/> is <see cref="SendOutcome.NotSent"/> when the message never left, and
/// <see cref="SendOutcome.Unknown"/> when it had started to.
/// </summary>
public class TracklyConnectionException : TracklyException
{
    /// <summary>Creates the exception, for instance in a test of your own code.</summary>
    /// <param name="message">The sentence a developer reads.</param>
    /// <param name="details">The outcome, the attempts and the network's own error. Null, the default, means an unknown outcome and no more.</param>
    public TracklyConnectionException(string message, TracklyFailureDetails? details = null)
        : base(message, SendOutcome.Unknown, details)
    {
    }
}
