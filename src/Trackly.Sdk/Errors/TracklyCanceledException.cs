namespace Trackly.Sdk;

/// <summary>
/// The caller cancelled. It is an <see cref="OperationCanceledException"/> with the caller's token, so that standard catch blocks still work, and says
/// besides whether the message had started to leave.
/// </summary>
public sealed class TracklyCanceledException : OperationCanceledException
{
    /// <summary>Makes the exception, for instance in a test of your own code.</summary>
    /// <param name="outcome">What became of the message: <see cref="SendOutcome.NotSent"/> or <see cref="SendOutcome.Unknown"/>.</param>
    /// <param name="attempts">The attempts made. Null means none.</param>
    /// <param name="innerException">What the cancelled attempt met. Null means that no attempt was under way.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public TracklyCanceledException(
        SendOutcome outcome,
        IReadOnlyList<SendAttempt>? attempts = null,
        Exception? innerException = null,
        CancellationToken cancellationToken = default)
        : base(Sentence(outcome), innerException, cancellationToken)
    {
        Outcome = outcome;
        Attempts = attempts ?? [];
    }

    /// <summary>What became of the message: <see cref="SendOutcome.NotSent"/>, or <see cref="SendOutcome.Unknown"/> when it had started to leave.</summary>
    public SendOutcome Outcome { get; }

    /// <summary>Every attempt of the call in order.</summary>
    public IReadOnlyList<SendAttempt> Attempts { get; }

    private static string Sentence(SendOutcome outcome) => outcome == SendOutcome.NotSent
        ? "The send was cancelled before the message left: nothing is queued."
        : "The send was cancelled after the message had started to leave: it may be queued, and sending it again may text the recipient twice.";
}
