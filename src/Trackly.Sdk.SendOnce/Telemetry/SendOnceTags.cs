namespace Trackly.Sdk.SendOnce.Telemetry;

/// <summary>The names of what telemetry says, and its values: each from a closed set, so that no key and nothing of a request gets in.</summary>
internal static class SendOnceTags
{
    public const string SpanName = "trackly.send_once";
    public const string Outcome = "trackly.outcome";
    public const string AlreadySent = "trackly.already_sent";
    public const string ErrorType = "error.type";

    /// <summary>The outcome of a call that ended with an exception.</summary>
    public const string Conflict = "conflict";
    public const string Canceled = "canceled";
    public const string Failed = "failed";

    private const string Other = "_OTHER";

    public static string FormatOutcome(SendOnceOutcome outcome) => outcome switch
    {
        SendOnceOutcome.NotSent => "not_sent",
        SendOnceOutcome.Rejected => "rejected",
        SendOnceOutcome.Accepted => "accepted",
        SendOnceOutcome.InProgress => "in_progress",
        _ => "unknown",
    };

    public static string FormatOutcome(Exception exception) => exception switch
    {
        SendOnceConflictException => Conflict,
        OperationCanceledException => Canceled,
        _ => Failed,
    };

    /// <summary>The type that a catch block names.</summary>
    public static string FormatType(Exception exception) => exception switch
    {
        TracklyException or OperationCanceledException or SendOnceConflictException => exception.GetType().FullName!,
        System.Data.Common.DbException => "System.Data.Common.DbException",
        _ => Other,
    };
}
