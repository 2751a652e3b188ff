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
        : base(Describe(details), details?.InnerException, cancellationToken)
    {
        Outcome = details?.Outcome ?? SendOutcome.Unknown;
        Attempts = details?.Attempts ?? [];
    }

    /// <summary>Gets what became of the message: <see cref="SendOutcome.NotSent"/>, or <see cref="SendOutcome.Unknown"/> when it had started to leave.</summary>
    public SendOutcome Outcome { get; }

    /// <inheritdoc/>
    public IReadOnlyList<SendAttempt> Attempts { get; }

    private static string Describe(TracklyFailureDetails? details) =>
        "The call was canceled. " + (details?.Advice ?? OutcomeAdvice.Message).Get(details?.Outcome ?? SendOutcome.Unknown);
}
