namespace Trackly.Sdk.Pipeline;

/// <summary>The table of docs/guarantee.md as pure functions: what may be tried again, and what became of the message.</summary>
internal static class RetryTable
{
    /// <summary>Whether a mode permits another attempt after what happened. How long to wait, and whether there is time, is asked elsewhere.</summary>
    public static bool Permits(TracklyRetryMode mode, AttemptEnd end) => end switch
    {
        AttemptEnd.NeverStarted or AttemptEnd.ToldToComeBack => true,
        AttemptEnd.ServerFailed => mode != TracklyRetryMode.AtMostOnce,
        AttemptEnd.AnswerLost => mode == TracklyRetryMode.AtLeastOnce,
        _ => false,
    };

    /// <summary>What became of the message in an attempt that ended so..</summary>
    public static SendOutcome OutcomeOf(AttemptEnd end) => end switch
    {
        AttemptEnd.Accepted => SendOutcome.Accepted,
        AttemptEnd.NeverStarted or AttemptEnd.ToldToComeBack or AttemptEnd.CanceledBeforeBody => SendOutcome.NotSent,
        AttemptEnd.Refused => SendOutcome.Rejected,
        _ => SendOutcome.Unknown,
    };

    /// <summary>How an answer that is not a success ended its attempt.</summary>
    public static AttemptEnd EndOf(int statusCode, bool hasRetryAfter) => statusCode switch
    {
        408 or 425 or 429 => AttemptEnd.ToldToComeBack,
        503 when hasRetryAfter => AttemptEnd.ToldToComeBack,
        >= 500 and < 600 => AttemptEnd.ServerFailed,
        >= 300 and < 500 => AttemptEnd.Refused,
        // Not a status that HTTP knows: whoever answered may have taken the message.
        _ => AttemptEnd.Unreadable,
    };
}
