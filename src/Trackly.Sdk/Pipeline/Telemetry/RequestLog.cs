using Microsoft.Extensions.Logging;

namespace Trackly.Sdk.Pipeline.Telemetry;

/// <summary>Every event of the category <c>Trackly.Sdk</c>. Ids, names and levels are a contract: docs/observability.md.</summary>
internal static partial class RequestLog
{
    [LoggerMessage(1, LogLevel.Debug, "Trackly accepted {Operation} {Id}: attempts {Attempts}, {ElapsedMilliseconds} ms.", EventName = "Accepted")]
    public static partial void Accepted(ILogger logger, string operation, string id, int attempts, long elapsedMilliseconds);

    [LoggerMessage(2, LogLevel.Information, "Attempt {Attempt} failed ({Reason}); the next starts in {WaitMilliseconds} ms.", EventName = "Retrying")]
    public static partial void Retrying(ILogger logger, int attempt, string reason, long waitMilliseconds);

    [LoggerMessage(3, LogLevel.Warning, "An accepted {Operation} was slow, over half of AttemptTimeout: {ElapsedMilliseconds} ms, attempts {Attempts}.", EventName = "Slow")]
    public static partial void Slow(ILogger logger, string operation, long elapsedMilliseconds, int attempts);

    [LoggerMessage(
        9, LogLevel.Error, "The changed options of the client '{Client}' are not valid and are not used; the client keeps the last valid ones. {Problems}",
        EventName = "InvalidReload")]
    public static partial void InvalidReload(ILogger logger, string client, string problems);

    /// <summary>Logs one event for each way to fail. The exception itself is for its catcher to log.</summary>
    public static void Failed(ILogger logger, string operation, string outcome, Exception failure, long milliseconds)
    {
        if (!logger.IsEnabled(LogLevel.Warning))
            return;
        var (type, code, attempts) = (TelemetryTags.GetErrorType(failure), TelemetryTags.GetErrorCode(failure), TelemetryTags.GetAttempts(failure));
        var (reason, status) = (TelemetryTags.GetLastReason(attempts), TelemetryTags.GetLastStatusCode(attempts));
        switch (outcome)
        {
            case TelemetryTags.Invalid:
                Invalid(logger, operation, TelemetryTags.GetErrorCodes(failure));
                break;
            case TelemetryTags.NotSent when failure is TracklyCanceledException:
                Canceled(logger, operation, attempts.Count, milliseconds);
                break;
            case TelemetryTags.NotSent:
                NotSent(logger, operation, type, reason, code, attempts.Count, milliseconds);
                break;
            case TelemetryTags.Rejected:
                Rejected(logger, operation, type, status, code, attempts.Count, milliseconds);
                break;
            default:
                OutcomeUnknown(logger, operation, type, reason, code, attempts.Count, milliseconds);
                break;
        }
    }

    [LoggerMessage(
        4, LogLevel.Warning,
        "{Operation} not sent: {ErrorType}, reason {Reason}, code {ErrorCode}, attempts {Attempts}, {ElapsedMilliseconds} ms.",
        EventName = "NotSent")]
    private static partial void NotSent(
        ILogger logger, string operation, string errorType, string? reason, string? errorCode, int attempts, long elapsedMilliseconds);

    [LoggerMessage(
        5, LogLevel.Warning,
        "{Operation} rejected: {ErrorType}, status {StatusCode}, code {ErrorCode}, attempts {Attempts}, {ElapsedMilliseconds} ms.",
        EventName = "Rejected")]
    private static partial void Rejected(
        ILogger logger, string operation, string errorType, int? statusCode, string? errorCode, int attempts, long elapsedMilliseconds);

    [LoggerMessage(
        6, LogLevel.Warning,
        "Outcome of {Operation} unknown: {ErrorType}, reason {Reason}, code {ErrorCode}, attempts {Attempts}, {ElapsedMilliseconds} ms.",
        EventName = "OutcomeUnknown")]
    private static partial void OutcomeUnknown(
        ILogger logger, string operation, string errorType, string? reason, string? errorCode, int attempts, long elapsedMilliseconds);

    [LoggerMessage(7, LogLevel.Information, "The request of {Operation} is invalid, no byte was sent: {ErrorCodes}.", EventName = "Invalid")]
    private static partial void Invalid(ILogger logger, string operation, string errorCodes);

    [LoggerMessage(8, LogLevel.Information, "The caller canceled {Operation} before it left: attempts {Attempts}, {ElapsedMilliseconds} ms.", EventName = "Canceled")]
    private static partial void Canceled(ILogger logger, string operation, int attempts, long elapsedMilliseconds);
}
