namespace Trackly.Sdk.Pipeline.Attempts;

/// <summary>The table of docs/guarantee.md as pure functions: what may be retried, and what became of the message.</summary>
internal static class RetryTable
{
    /// <summary>Returns whether another attempt is permitted. How long to wait, and whether there is time, is decided elsewhere.</summary>
    public static bool PermitsRetry(TracklyRetryMode mode, RepeatSafety safety, AttemptResult result) => result switch
    {
        AttemptResult.NeverStarted or AttemptResult.NotProcessed => true,
        AttemptResult.ServerError => safety == RepeatSafety.Safe || mode != TracklyRetryMode.AtMostOnce,
        AttemptResult.ResponseLost => safety == RepeatSafety.Safe || mode == TracklyRetryMode.AtLeastOnce,
        _ => false,
    };

    /// <summary>Returns what became of the message in an attempt.</summary>
    public static SendOutcome GetOutcome(AttemptResult result) => result switch
    {
        AttemptResult.Accepted => SendOutcome.Accepted,
        AttemptResult.NeverStarted or AttemptResult.CannotConnect or AttemptResult.NotProcessed or AttemptResult.CanceledBeforeBody => SendOutcome.NotSent,
        AttemptResult.Rejected => SendOutcome.Rejected,
        _ => SendOutcome.Unknown,
    };
}
