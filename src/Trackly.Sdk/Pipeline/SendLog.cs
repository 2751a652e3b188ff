using Microsoft.Extensions.Logging;

namespace Trackly.Sdk.Pipeline;

/// <summary>Every event of the category <c>Trackly.Sdk</c>. Ids, names and levels are a contract: docs/observability.md.</summary>
internal static partial class SendLog
{
    [LoggerMessage(1, LogLevel.Debug, "Trackly accepted message {MessageId} as {Status}: attempts {Attempts}, {ElapsedMilliseconds} ms.", EventName = "Sent")]
    public static partial void Sent(ILogger logger, string messageId, string status, int attempts, long elapsedMilliseconds);

    [LoggerMessage(2, LogLevel.Information, "Attempt {Attempt} failed ({Reason}); the next begins in {WaitMilliseconds} ms.", EventName = "Retrying")]
    public static partial void Retrying(ILogger logger, int attempt, string reason, long waitMilliseconds);

    [LoggerMessage(3, LogLevel.Warning, "An accepted send was slow, over half of AttemptTimeout: {ElapsedMilliseconds} ms, attempts {Attempts}.", EventName = "Slow")]
    public static partial void Slow(ILogger logger, long elapsedMilliseconds, int attempts);

    /// <summary>One event for each way to fail. The exception is its catcher's to log.</summary>
    public static void Failed(ILogger logger, string outcome, Exception failure, long milliseconds)
    {
        if (!logger.IsEnabled(LogLevel.Warning))
            return;
        var (type, code, attempts) = (SendTags.TypeOf(failure), SendTags.CodeOf(failure), SendTags.AttemptsOf(failure));
        var status = SendTags.LastStatusCodeOf(attempts);
        switch (outcome)
        {
            case SendTags.Invalid:
                Invalid(logger, SendTags.CodesOf(failure));
                break;
            case SendTags.NotSent when failure is TracklyCanceledException:
                Canceled(logger, attempts.Count, milliseconds);
                break;
            case SendTags.NotSent:
                NotSent(logger, type, status, code, attempts.Count, milliseconds);
                break;
            case SendTags.Rejected:
                Rejected(logger, type, status, code, attempts.Count, milliseconds);
                break;
            default:
                OutcomeUnknown(logger, type, status, code, attempts.Count, milliseconds);
                break;
        }
    }

    [LoggerMessage(
        4, LogLevel.Warning,
        "Not sent, nothing is queued: {ErrorType}, status {StatusCode}, code {ErrorCode}, attempts {Attempts}, {ElapsedMilliseconds} ms.",
        EventName = "NotSent")]
    private static partial void NotSent(
        ILogger logger, string errorType, int? statusCode, string? errorCode, int attempts, long elapsedMilliseconds);

    [LoggerMessage(
        5, LogLevel.Warning,
        "Rejected, nothing is queued: {ErrorType}, status {StatusCode}, code {ErrorCode}, attempts {Attempts}, {ElapsedMilliseconds} ms.",
        EventName = "Rejected")]
    private static partial void Rejected(
        ILogger logger, string errorType, int? statusCode, string? errorCode, int attempts, long elapsedMilliseconds);

    [LoggerMessage(
        6, LogLevel.Warning,
        "Outcome unknown, the message may be queued: {ErrorType}, status {StatusCode}, code {ErrorCode}, attempts {Attempts}, {ElapsedMilliseconds} ms.",
        EventName = "OutcomeUnknown")]
    private static partial void OutcomeUnknown(
        ILogger logger, string errorType, int? statusCode, string? errorCode, int attempts, long elapsedMilliseconds);

    [LoggerMessage(7, LogLevel.Information, "The request is faulty, no byte was sent: {ErrorCodes}.", EventName = "Invalid")]
    private static partial void Invalid(ILogger logger, string errorCodes);

    [LoggerMessage(8, LogLevel.Information, "The caller cancelled before the message left: attempts {Attempts}, {ElapsedMilliseconds} ms.", EventName = "Canceled")]
    private static partial void Canceled(ILogger logger, int attempts, long elapsedMilliseconds);
}
