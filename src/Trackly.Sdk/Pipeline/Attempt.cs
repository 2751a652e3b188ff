using System.Net;

namespace Trackly.Sdk.Pipeline;

/// <summary>One try of a call: what was seen of its transmission, and how it ended.</summary>
internal sealed class Attempt(SendCall call, SendSettings settings, Attempt? previous) : Transmission(call, settings)
{
    private readonly DateTimeOffset _startedAt = call.Clock.GetUtcNow();
    private SendFailure? _failure;

    /// <summary>The try before this one. Null for the first.</summary>
    public Attempt? Previous { get; } = previous;

    /// <summary>The position in the call, from 1.</summary>
    public int Number { get; } = previous is null ? 1 : previous.Number + 1;

    public AttemptEnd End { get; private set; }

    public SendOutcome Outcome => RetryTable.OutcomeOf(End);

    public bool TimedOut => _failure == SendFailure.Timeout;

    /// <summary>Whether a time-out of this client, and not one of a handler around it, ended the attempt.</summary>
    public bool RanOut { get; private set; }

    /// <summary>Decides how the attempt ended from what was seen of it; what has not left by now never will.</summary>
    /// <param name="ranOut">Whether a time-out of this client ended it.</param>
    public void Conclude(bool ranOut)
    {
        Close();
        RanOut = ranOut;
        (End, _failure) = Answer is { } answer && !IsCutShortByTheCaller(answer) ? EndOf(answer) : EndOfSilence();
    }

    public SendAttempt ToRecord() => new()
    {
        Number = Number,
        StartedAt = _startedAt,
        Duration = Duration,
        Progress = Answer is not null ? AttemptProgress.Answered : BodyStarted ? AttemptProgress.BodyStarted : AttemptProgress.NeverStarted,
        StatusCode = (HttpStatusCode?)Answer?.StatusCode,
        Failure = _failure,
        Outcome = Outcome,
    };

    private bool IsCutShortByTheCaller(Answer answer) => answer.BodyFault is not null && Call.CancellationToken.IsCancellationRequested;

    private static (AttemptEnd, SendFailure?) EndOf(Answer answer)
    {
        var end = answer.IsSuccess ? EndOfSuccess(answer) : RetryTable.EndOf(answer.StatusCode, answer.RetryAfter is not null);
        return (end, end == AttemptEnd.Unreadable ? SendFailure.Unreadable : null);
    }

    private static AttemptEnd EndOfSuccess(Answer answer) => answer.Said switch
    {
        { IsAccepted: true } => AttemptEnd.Accepted,
        { Success: false } => AttemptEnd.Refused,
        _ => AttemptEnd.Unreadable,
    };

    private (AttemptEnd, SendFailure?) EndOfSilence()
    {
        if (Call.CancellationToken.IsCancellationRequested)
            return (BodyStarted ? AttemptEnd.CanceledAfterBody : AttemptEnd.CanceledBeforeBody, SendFailure.Canceled);
        if (HandedBack)
            return (AttemptEnd.ToldToComeBack, SendFailure.Connection);
        var failure = Repeated ? SendFailure.Repeated
            : RanOut || Fault is OperationCanceledException or Polly.Timeout.TimeoutRejectedException ? SendFailure.Timeout
            : SendFailure.Connection;
        return (BodyStarted ? AttemptEnd.AnswerLost : AttemptEnd.NeverStarted, failure);
    }
}
