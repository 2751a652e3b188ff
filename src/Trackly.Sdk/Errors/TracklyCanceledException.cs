namespace Trackly.Sdk;

/// <summary>
/// The caller canceled. It is a <see cref="TaskCanceledException"/> with the caller's token, so that standard catch blocks work, and also says whether the message had
/// started to leave.
/// </summary>
/// <remarks>
/// <see cref="Task.Wait()"/> and <see cref="Task{TResult}.Result"/> replace it with an exception of their own, as they do for every canceled task: await the task, or call
/// <c>GetAwaiter().GetResult()</c>. In the build for .NET Standard 2.0 it has no inner exception.
/// </remarks>
public sealed class TracklyCanceledException : TaskCanceledException, ITracklyFailure
{
    /// <summary>Creates the exception, for instance in a test of your own code.</summary>
    /// <param name="details">The outcome and the attempts. The outcome is <see cref="SendOutcome.NotSent"/> or <see cref="SendOutcome.Unknown"/>; null means unknown.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public TracklyCanceledException(TracklyFailureDetails? details = null, CancellationToken cancellationToken = default)
#if NET
        : base(Describe(details), details?.InnerException, cancellationToken)
#else
        // There the base takes a token from a task alone.
        : base(new Task(static () => { }, cancellationToken))
#endif
    {
        Message = Describe(details);
        Outcome = details?.Outcome ?? SendOutcome.Unknown;
        Attempts = details?.Attempts ?? [];
    }

    /// <inheritdoc/>
    public override string Message { get; }

    /// <summary>Gets what became of the message: <see cref="SendOutcome.NotSent"/>, or <see cref="SendOutcome.Unknown"/> when it had started to leave.</summary>
    public SendOutcome Outcome { get; }

    /// <inheritdoc/>
    public IReadOnlyList<SendAttempt> Attempts { get; }

    private static string Describe(TracklyFailureDetails? details) =>
        "The call was canceled. " + (details?.Advice ?? OutcomeAdvice.Message).Get(details?.Outcome ?? SendOutcome.Unknown);
}
