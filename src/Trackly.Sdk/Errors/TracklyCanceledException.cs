namespace Trackly.Sdk;

/// <summary>
/// The caller canceled. It is an <see cref="OperationCanceledException"/> with the caller's token, so that standard catch blocks work, and also says whether the message
/// had started to leave.
/// </summary>
public sealed class TracklyCanceledException : OperationCanceledException, ITracklyFailure
{
    /// <summary>Creates the exception, for instance in a test of your own code.</summary>
    /// <param name="details">What else is known. Its outcome is <see cref="SendOutcome.NotSent"/> or <see cref="SendOutcome.Unknown"/>; null means unknown.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public TracklyCanceledException(TracklyFailureDetails? details = null, CancellationToken cancellationToken = default)
        : base(Describe(details?.Outcome ?? SendOutcome.Unknown), details?.InnerException, cancellationToken)
    {
        Outcome = details?.Outcome ?? SendOutcome.Unknown;
        Attempts = details?.Attempts ?? [];
    }

    /// <summary>Gets what became of the message: <see cref="SendOutcome.NotSent"/>, or <see cref="SendOutcome.Unknown"/> when it had started to leave.</summary>
    public SendOutcome Outcome { get; }

    /// <inheritdoc/>
    public IReadOnlyList<SendAttempt> Attempts { get; }

    private static string Describe(SendOutcome outcome) => outcome switch
    {
        SendOutcome.NotSent => "The call was canceled before the message was queued: nothing is queued.",
        SendOutcome.Rejected => "The call was canceled while Trackly refused the message: nothing is queued.",
        _ => "The call was canceled after the message had started to leave: it may be queued, and sending it again may text the recipient twice.",
    };
}
