using System.Net;
using System.Text.Json;

namespace Trackly.Sdk.Pipeline;

/// <summary>One try of a call: what was seen of its transmission, and how it ended.</summary>
internal sealed class Attempt(SendCall call, SendSettings settings, int number) : Transmission(call, settings)
{
    private readonly DateTimeOffset _startedAt = call.Clock.GetUtcNow();
    private SendFailure? _failure;

    public AttemptEnd End { get; private set; }

    /// <summary>The answer of an accepted message, or of one refused with <c>success: false</c>. Null when there is no such answer.</summary>
    public SendAnswer? Said { get; private set; }

    /// <summary>Why a whole answer cannot be understood. Null when it can, or has no message id.</summary>
    public Exception? ParseFault { get; private set; }

    public SendOutcome? Outcome => RetryTable.OutcomeOf(End);

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
        Number = number,
        StartedAt = _startedAt,
        Duration = Duration,
        Progress = Answer is not null ? SendProgress.Answered : BodyStarted ? SendProgress.BodyStarted : SendProgress.NeverStarted,
        StatusCode = (HttpStatusCode?)Answer?.StatusCode,
        Failure = _failure,
        Outcome = Outcome,
    };

    private bool IsCutShortByTheCaller(Answer answer) => answer.BodyFault is not null && Call.CancellationToken.IsCancellationRequested;

    private (AttemptEnd, SendFailure?) EndOf(Answer answer)
    {
        var end = answer.IsSuccess ? EndOfSuccess(answer) : RetryTable.EndOf(answer.StatusCode, answer.RetryAfter is not null);
        return (end, end == AttemptEnd.Unreadable ? SendFailure.Unreadable : null);
    }

    private AttemptEnd EndOfSuccess(Answer answer)
    {
        if (answer.BodyFault is not null)
            return AttemptEnd.Unreadable;
        try
        {
            Said = SendAnswer.Parse(answer.Body);
        }
        catch (JsonException fault)
        {
            ParseFault = fault;
        }

        return Said switch
        {
            { Success: false } => AttemptEnd.Refused,
            { MessageId.Length: > 0 } => AttemptEnd.Accepted,
            _ => AttemptEnd.Unreadable,
        };
    }

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
