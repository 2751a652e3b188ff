namespace Trackly.Sdk.SendOnce.Store;

/// <summary>The names of the states in the table.</summary>
internal static class StoreState
{
    public static string Format(SendOnceOutcome outcome) => outcome switch
    {
        SendOnceOutcome.NotSent => "not_sent",
        SendOnceOutcome.Rejected => "rejected",
        SendOnceOutcome.Accepted => "accepted",
        SendOnceOutcome.InProgress => "sending",
        _ => "unknown",
    };

    /// <summary>A state that this version does not know must not be sent again either.</summary>
    public static SendOnceOutcome Parse(string state) => state switch
    {
        "not_sent" => SendOnceOutcome.NotSent,
        "rejected" => SendOnceOutcome.Rejected,
        "accepted" => SendOnceOutcome.Accepted,
        "sending" => SendOnceOutcome.InProgress,
        _ => SendOnceOutcome.Unknown,
    };
}
