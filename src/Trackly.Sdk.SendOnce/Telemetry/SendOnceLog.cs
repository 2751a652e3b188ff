using Microsoft.Extensions.Logging;

namespace Trackly.Sdk.SendOnce.Telemetry;

/// <summary>
/// Every event of the category <c>Trackly.Sdk.SendOnce</c>. Ids, names and levels are a contract: docs/durable.md. The key is in the events that a
/// person has to act on, and in no other.
/// </summary>
internal static partial class SendOnceLog
{
    [LoggerMessage(1, LogLevel.Debug, "A key was settled as {Outcome}.", EventName = "Settled")]
    public static partial void Settled(ILogger logger, string outcome);

    [LoggerMessage(2, LogLevel.Debug, "A key was already {Outcome}; nothing was sent.", EventName = "Repeated")]
    public static partial void Repeated(ILogger logger, string outcome);

    [LoggerMessage(3, LogLevel.Warning, "Key {Key} is unknown: its message may be queued. Nobody sends it again until it is resolved.",
        EventName = "Unknown")]
    public static partial void Unknown(ILogger logger, string key);

    [LoggerMessage(4, LogLevel.Warning, "The sender of key {Key} did not settle it before its lease ended. The key is unknown now.",
        EventName = "LeaseExpired")]
    public static partial void LeaseExpired(ILogger logger, string key);

    [LoggerMessage(5, LogLevel.Warning, "A third of the lease passed between claim and send ({ElapsedMilliseconds} ms). Nothing was sent.",
        EventName = "SendTooLate")]
    public static partial void SendTooLate(ILogger logger, long elapsedMilliseconds);

    [LoggerMessage(
        6, LogLevel.Error,
        "The outcome {Outcome} of key {Key}, message {MessageId}, cannot be stored now ({ErrorType}). It is tried again until the lease ends.",
        EventName = "SettleFailed")]
    public static partial void SettleFailed(ILogger logger, string outcome, string key, string messageId, string errorType);

    [LoggerMessage(7, LogLevel.Information, "The outcome {Outcome} of key {Key} is stored after {Failures} failures.", EventName = "SettledLate")]
    public static partial void SettledLate(ILogger logger, string outcome, string key, int failures);

    [LoggerMessage(
        8, LogLevel.Error,
        "The outcome {Outcome} of key {Key}, message {MessageId}, could not be stored before the lease ended. The key becomes unknown: resolve it.",
        EventName = "SettleAbandoned")]
    public static partial void SettleAbandoned(ILogger logger, string outcome, string key, string messageId);

    [LoggerMessage(
        9, LogLevel.Error,
        "Key {Key} was decided or claimed by others before its sender reported {Outcome}, message {MessageId}. The decision stays.",
        EventName = "SettleRefused")]
    public static partial void SettleRefused(ILogger logger, string key, string outcome, string messageId);

    [LoggerMessage(10, LogLevel.Warning, "A claim failed ({ErrorType}). Nothing was sent.", EventName = "ClaimFailed")]
    public static partial void ClaimFailed(ILogger logger, string errorType);

    [LoggerMessage(11, LogLevel.Information, "Retention deleted {Count} keys.", EventName = "Deleted")]
    public static partial void Deleted(ILogger logger, long count);

    [LoggerMessage(12, LogLevel.Warning, "Retention could not delete keys ({ErrorType}). It is tried again in an hour.", EventName = "DeleteFailed")]
    public static partial void DeleteFailed(ILogger logger, string errorType);

    /// <summary>An id as Trackly writes them. Anything else may be an echo of a request.</summary>
    public static string FormatMessageId(string? messageId) => messageId switch
    {
        null => "-",
        { Length: > 0 and <= 64 } when messageId.All(static character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_')
            && messageId.Count(char.IsAsciiDigit) < 7 => messageId,
        _ => "***",
    };
}
