namespace Trackly.Sdk;

/// <summary>
/// A message that was not accepted. <see cref="Outcome"/> says what became of it. The one failure outside this family is the caller's own
/// cancellation: <see cref="TracklyCanceledException"/>.
/// </summary>
public abstract class TracklyException : Exception
{
    private protected TracklyException(string message, SendOutcome outcome, IReadOnlyList<SendAttempt>? attempts, Exception? innerException)
        : base(message, innerException)
    {
        Outcome = outcome;
        Attempts = attempts ?? [];
    }

    /// <summary>What became of the message: the most uncertain of what its attempts say.</summary>
    public SendOutcome Outcome { get; }

    /// <summary>Every attempt of the call in order. Empty when the message was refused before a byte was written.</summary>
    public IReadOnlyList<SendAttempt> Attempts { get; }
}
