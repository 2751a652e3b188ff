using System.Net;
using System.Text.Json;

namespace Trackly.Sdk.Pipeline;

/// <summary>One permitted transmission: what was seen of it, and how it ended.</summary>
internal sealed class Attempt(SendCall call, int number)
{
#if NET
    private static readonly HttpRequestOptionsKey<Attempt> Key = new("Trackly.Sdk.Attempt");
#else
    private const string Key = "Trackly.Sdk.Attempt";
#endif

    private readonly DateTimeOffset _startedAt = call.Clock.GetUtcNow();
    private readonly long _started = call.Clock.GetTimestamp();
    private TimeSpan? _duration;
    private SendFailure? _failure;
    private TaskCompletionSource<Answer>? _transmission;

    public SendCall Call { get; } = call;

    /// <summary>Whether a byte of the body was asked for.</summary>
    public bool BodyStarted { get; set; }

    /// <summary>Whether somebody between the client and the wire tried to transmit this attempt again, so that the first answer is lost.</summary>
    public bool Repeated { get; set; }

    /// <summary>The answer of the one transmission. Null while there is none.</summary>
    public Answer? Answer { get; private set; }

    /// <summary>What the one transmission met instead of an answer that can be understood. Null while nothing went wrong.</summary>
    public Exception? Fault { get; private set; }

    public AttemptEnd End { get; private set; }

    /// <summary>The answer of an accepted message, or of one refused with <c>success: false</c>. Null when there is no such answer.</summary>
    public SendAnswer? Said { get; private set; }

    public SendOutcome? Outcome => RetryTable.OutcomeOf(End);

    public bool TimedOut => _failure == SendFailure.Timeout;

    /// <summary>Whether a time-out of this client, and not one of a handler around it, ended the attempt.</summary>
    public bool RanOut { get; private set; }

    /// <summary>What is left of the wait the server asked for. Null when it did not ask.</summary>
    public TimeSpan? RemainingRetryAfter => Answer?.RetryAfter - (Call.Clock.GetElapsedTime(_started) - _duration);

    /// <summary>The attempt that a request, or a handler's copy of it, stands for. Null when it is none of ours.</summary>
    public static Attempt? Of(HttpRequestMessage request) =>
#if NET
        request.Options.TryGetValue(Key, out var attempt) ? attempt : null;
#else
        request.Properties.TryGetValue(Key, out var attempt) ? (Attempt)attempt : null;
#endif

    public void Mark(HttpRequestMessage request) =>
#if NET
        request.Options.Set(Key, this);
#else
        request.Properties[Key] = this;
#endif

    /// <summary>Claims the one transmission of this attempt. False when it has been claimed: then it is <paramref name="transmission"/>.</summary>
    public bool TryTransmit(out TaskCompletionSource<Answer> transmission)
    {
        var own = new TaskCompletionSource<Answer>(TaskCreationOptions.RunContinuationsAsynchronously);
        var claimed = Interlocked.CompareExchange(ref _transmission, own, null);
        transmission = claimed ?? own;
        return claimed is null;
    }

    /// <summary>Takes the answer of the transmission. The first word counts.</summary>
    public void Hear(Answer answer)
    {
        if (_duration is not null)
            return;
        Answer = answer;
        _duration = Call.Clock.GetElapsedTime(_started);
    }

    /// <summary>Takes what the transmission met instead of an answer. The first word counts.</summary>
    public void Fail(Exception fault)
    {
        if (_duration is not null)
            return;
        Fault = fault;
        _duration = Call.Clock.GetElapsedTime(_started);
    }

    /// <summary>Decides how the attempt ended from what was seen of it.</summary>
    /// <param name="ranOut">Whether a time-out of this client ended it.</param>
    public void Conclude(bool ranOut)
    {
        RanOut = ranOut;
        (End, _failure) = Answer is { } answer && !IsCutShortByTheCaller(answer) ? EndOf(answer) : EndOfSilence();
    }

    public SendAttempt ToRecord() => new()
    {
        Number = number,
        StartedAt = _startedAt,
        Duration = _duration ?? TimeSpan.Zero,
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
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            Fault = fault;
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
        var failure = Repeated ? SendFailure.Repeated
            : RanOut || Fault is OperationCanceledException or Polly.Timeout.TimeoutRejectedException ? SendFailure.Timeout
            : SendFailure.Connection;
        return (BodyStarted ? AttemptEnd.AnswerLost : AttemptEnd.NeverStarted, failure);
    }
}
