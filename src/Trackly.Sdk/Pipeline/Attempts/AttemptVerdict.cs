using Trackly.Sdk.Pipeline.Responses;

namespace Trackly.Sdk.Pipeline.Attempts;

/// <summary>Judges an attempt by its facts.</summary>
internal readonly record struct AttemptVerdict(AttemptResult Result, SendFailure? Failure)
{
    public static AttemptVerdict Judge(AttemptFacts facts) => facts switch
    {
        { StatusCode: { } status, IsCutOff: true, Canceled: true } => status is >= 200 and < 300
            ? JudgeSilence(facts)
            // The status alone says what became of the request.
            : new(JudgeError(status, facts.HasRetryAfter), facts.Disposed ? SendFailure.Disposed : SendFailure.Canceled),
        { StatusCode: { } status } => JudgeResponse(status, facts),
        _ => JudgeSilence(facts),
    };

    private static AttemptVerdict JudgeResponse(int status, AttemptFacts facts)
    {
        var result = status is >= 200 and < 300 ? JudgeSuccess(facts)
            : facts.Kind == ResponseKind.Accepted ? AttemptResult.Accepted
            : JudgeError(status, facts.HasRetryAfter);
        return new(result, result == AttemptResult.UnreadableResponse ? SendFailure.Unreadable : null);
    }

    private static AttemptResult JudgeSuccess(AttemptFacts facts) => facts.Kind switch
    {
        _ when facts.IsCutOff => AttemptResult.UnreadableResponse,
        ResponseKind.Accepted => AttemptResult.Accepted,
        ResponseKind.Rejected => AttemptResult.Rejected,
        _ => AttemptResult.UnreadableResponse,
    };

    private static AttemptResult JudgeError(int status, bool hasRetryAfter) => StatusOutcome.Get(status, hasRetryAfter) switch
    {
        SendOutcome.NotSent => AttemptResult.NotProcessed,
        SendOutcome.Rejected => AttemptResult.Rejected,
        _ when status is >= 500 and < 600 => AttemptResult.ServerError,
        _ => AttemptResult.UnreadableResponse,
    };

    private static AttemptVerdict JudgeSilence(AttemptFacts facts)
    {
        if (facts.Canceled)
            return new(facts.BodyStarted ? AttemptResult.CanceledAfterBody : AttemptResult.CanceledBeforeBody, facts.Disposed ? SendFailure.Disposed : SendFailure.Canceled);
        if (facts.ServerDidNotProcess)
            return new(AttemptResult.NotProcessed, SendFailure.Connection);
        if (facts.Repeated)
            return new(facts.BodyStarted ? AttemptResult.ResponseLost : AttemptResult.NeverStarted, SendFailure.Repeated);
        return facts.BodyStarted
            ? new(AttemptResult.ResponseLost, facts.TimedOut ? SendFailure.Timeout : SendFailure.Connection)
            : new(facts.Problem.IsPermanent ? AttemptResult.CannotConnect : AttemptResult.NeverStarted, GetConnectionFailure(facts));
    }

    private static SendFailure GetConnectionFailure(AttemptFacts facts) =>
        !facts.TimedOut || facts.Problem.Failure != SendFailure.Connection ? facts.Problem.Failure
        : facts.WasConnecting ? SendFailure.ConnectTimeout
        : SendFailure.Timeout;
}
