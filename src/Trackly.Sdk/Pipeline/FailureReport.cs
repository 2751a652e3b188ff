using System.Net;

namespace Trackly.Sdk.Pipeline;

/// <summary>Turns what happened into the one exception that says so.</summary>
internal static class FailureReport
{
    /// <param name="call">The call that did not succeed.</param>
    /// <param name="interruption">What ended a wait between two attempts. Null when the last attempt is the last word.</param>
    public static Exception Of(SendCall call, Exception? interruption)
    {
        var outcome = call.Outcome;
        var story = call.Story();
        return (interruption, call.LastAttempt) switch
        {
            (null, { } last) => OfAttempt(last, outcome, story),
            (OperationCanceledException, _) when call.CancellationToken.IsCancellationRequested =>
                new TracklyCanceledException(outcome, story, interruption, call.CancellationToken),
            (OperationCanceledException, { } last) => new TracklyTimeoutException(
                $"Timeout ({Seconds(call.Settings.Timeout)}) ran out while waiting for the next attempt. {Consequence(outcome)}",
                outcome, story, OfAttempt(last, outcome, story)),
            _ => new TracklyConnectionException($"The send was interrupted. {Consequence(outcome)}", outcome, story, interruption),
        };
    }

    private static Exception OfAttempt(Attempt attempt, SendOutcome outcome, IReadOnlyList<SendAttempt> story) => attempt.End switch
    {
        AttemptEnd.CanceledBeforeBody or AttemptEnd.CanceledAfterBody =>
            new TracklyCanceledException(outcome, story, CauseOf(attempt), attempt.Call.CancellationToken),
        AttemptEnd.NeverStarted or AttemptEnd.AnswerLost when attempt.TimedOut =>
            new TracklyTimeoutException($"No answer within {Limit(attempt)}. {Consequence(outcome)}", outcome, story, CauseOf(attempt)),
        AttemptEnd.NeverStarted =>
            new TracklyConnectionException($"No connection to {attempt.Settings.SendAddress.Authority} could be used. {Consequence(outcome)}", outcome, story, CauseOf(attempt)),
        AttemptEnd.ToldToComeBack when attempt.Answer is null =>
            new TracklyConnectionException($"The server handed the request back unprocessed. {Consequence(outcome)}", outcome, story, CauseOf(attempt)),
        AttemptEnd.AnswerLost => new TracklyConnectionException($"{LossOf(attempt)} {Consequence(outcome)}", outcome, story, CauseOf(attempt)),
        AttemptEnd.Unreadable => new TracklyResponseException(
            $"The answer, {attempt.Answer!.StatusCode}, cannot be read: {FlawOf(attempt)}. The message is most likely queued: look for it in the Trackly dashboard before you send it again.",
            (HttpStatusCode)attempt.Answer.StatusCode, attempt.Answer.BodyText, story, CauseOf(attempt)),
        _ => TracklyApiException.Create(ErrorResponseOf(attempt), outcome, story),
    };

    private static TracklyErrorResponse ErrorResponseOf(Attempt attempt)
    {
        var answer = attempt.Answer!;
        var envelope = ErrorEnvelope.Parse(answer.Body);
        var said = new TracklyErrorResponse
        {
            StatusCode = (HttpStatusCode)answer.StatusCode,
            ErrorCode = envelope.Code is { Length: > 0 } code ? new TracklyErrorCode(code) : null,
            ErrorMessage = envelope.Error,
            Detail = envelope.Message,
            RetryAfter = answer.RetryAfter,
            ResponseBody = answer.BodyText,
        };
        var scrubber = new Scrubber(attempt.Call);
        return said with { SafeText = scrubber.Scrub(said.Text), SafeCode = SafeCodeOf(said.ErrorCode, scrubber) };
    }

    private static string SafeCodeOf(TracklyErrorCode? code, Scrubber scrubber) => code switch
    {
        null => "",
        { IsKnown: true } known => known.Value,
        { } unknown => scrubber.Finds(unknown.Value) ? Redaction.Mask : unknown.ToString(),
    };

    private static Exception? CauseOf(Attempt attempt) => Cause.Of(attempt.Answer?.BodyFault ?? attempt.Answer?.ParseFault ?? attempt.Fault, attempt.Call);

    private static string Limit(Attempt attempt)
    {
        var settings = attempt.Call.Settings;
        return !attempt.RanOut ? "the time-out of a handler around the client"
            : attempt.Call.HasRunOutOfTime ? $"Timeout ({Seconds(settings.Timeout)})"
            : $"AttemptTimeout ({Seconds(settings.AttemptTimeout)})";
    }

    private static string LossOf(Attempt attempt) => attempt.Repeated
        ? "A handler inside the HttpClient tried to transmit the message a second time, which was refused, and kept the first answer to itself. Remove its retries or redirects."
        : "The connection broke before an answer arrived.";

    private static string FlawOf(Attempt attempt) => (attempt.Answer!.BodyFault, attempt.Answer.Said) switch
    {
        (InvalidDataException, _) => "it is larger than 1 MB",
        (OperationCanceledException, _) => "it did not arrive whole in time",
        (not null, _) => "it was cut short",
        (_, not null) => "it has no message id",
        _ when !attempt.Answer.IsSuccess => "this is not a status of HTTP",
        _ => "it is not the JSON object that Trackly documents",
    };

    private static string Consequence(SendOutcome outcome) => outcome switch
    {
        SendOutcome.NotSent => "Nothing is queued: the same request may be sent again.",
        SendOutcome.Rejected => "Nothing is queued.",
        _ => "The message may be queued: look for it in the Trackly dashboard before you send it again.",
    };

    private static string Seconds(TimeSpan time) => FormattableString.Invariant($"{time.TotalSeconds:0.###} s");
}
