using System.Globalization;

namespace Trackly.Sdk.Pipeline.Telemetry;

/// <summary>The tag names of telemetry, and their values: each from a closed set, so that nothing a caller or server writes gets in.</summary>
internal static class TelemetryTags
{
    /// <summary>The name of the activity source, the meter and the log category.</summary>
    public const string SourceName = "Trackly.Sdk";

    public const string SpanPrefix = "trackly.";

    public const string OperationName = "trackly.operation";
    public const string Outcome = "trackly.outcome";
    public const string Attempts = "trackly.attempts";
    public const string ErrorCode = "trackly.error.code";
    public const string ErrorType = "error.type";
    public const string StatusCode = "http.response.status_code";
    public const string ServerAddress = "server.address";
    public const string ServerPort = "server.port";

    public const string Messages = "trackly.messages";
    public const string MessagesAccepted = "trackly.messages.accepted";
    public const string MessagesRejected = "trackly.messages.rejected";
    public const string MessagesNotSent = "trackly.messages.not_sent";
    public const string MessagesUnknown = "trackly.messages.unknown";

    public const string Accepted = "accepted";
    public const string NotSent = "not_sent";
    public const string Rejected = "rejected";
    public const string Unknown = "unknown";
    public const string Invalid = "invalid";

    /// <summary>What OpenTelemetry writes for a value outside a closed set.</summary>
    private const string Other = "_OTHER";

    public static string GetOutcome(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Accepted => Accepted,
        SendOutcome.NotSent => NotSent,
        SendOutcome.Rejected => Rejected,
        _ => Unknown,
    };

    public static string GetOutcome(Exception failure) => failure switch
    {
        TracklyValidationException => Invalid,
        ITracklyFailure known => GetOutcome(known.Outcome),
        _ => Unknown,
    };

    public static IReadOnlyList<SendAttempt> GetAttempts(Exception failure) => (failure as ITracklyFailure)?.Attempts ?? [];

    /// <summary>Returns the type that a catch block names.</summary>
    public static string GetErrorType(Exception failure) => failure is ITracklyFailure ? failure.GetType().FullName! : Other;

    /// <summary>Returns the code that Trackly gave, or that of the first error of the request. Null when there is none.</summary>
    public static string? GetErrorCode(Exception failure) => failure switch
    {
        TracklyApiException { ErrorCode: { } code } => ErrorCatalog.IsKnown(code.Value) ? code.Value : Other,
        TracklyValidationException { Errors: { Count: > 0 } errors } => errors[0].Code.Value,
        _ => null,
    };

    /// <summary>Returns the code of every error of a request. Empty when the failure is another one.</summary>
    public static string GetErrorCodes(Exception failure) =>
        failure is TracklyValidationException { Errors: var errors } ? string.Join(", ", errors.Select(static error => error.Code.Value)) : "";

    /// <summary>Returns why an attempt was not accepted. Null when it was.</summary>
    public static string? GetReason(SendAttempt attempt) => attempt switch
    {
        { Outcome: SendOutcome.Accepted } => null,
        { Failure: SendFailure.Connection } => "connection",
        { Failure: SendFailure.Timeout } => "timeout",
        { Failure: SendFailure.Canceled } => "canceled",
        { Failure: SendFailure.Repeated } => "repeated",
        { Failure: SendFailure.Unreadable } => "unreadable",
        { Failure: SendFailure.Disposed } => "disposed",
        { Failure: SendFailure.NameResolution } => "name_resolution",
        { Failure: SendFailure.ConnectionRefused } => "connection_refused",
        { Failure: SendFailure.Unreachable } => "unreachable",
        { Failure: SendFailure.ConnectTimeout } => "connect_timeout",
        { Failure: SendFailure.SecureConnection } => "secure_connection",
        { Failure: SendFailure.Proxy } => "proxy",
        _ when GetStatusCode(attempt) is { } code => code < 300 ? "refused" : code.ToString(CultureInfo.InvariantCulture),
        _ => Other,
    };

    /// <summary>Returns why the last attempt was not accepted. Null when there is none.</summary>
    public static string? GetLastReason(IReadOnlyList<SendAttempt> attempts) => attempts.Count == 0 ? null : GetReason(attempts[attempts.Count - 1]);

    /// <summary>Returns the status code. Null when none arrived, or one that HTTP does not know.</summary>
    public static int? GetStatusCode(SendAttempt attempt) => (int?)attempt.StatusCode is { } code and >= 100 and < 600 ? code : null;

    /// <summary>Returns the status code of the last attempt. Null when there is none.</summary>
    public static int? GetLastStatusCode(IReadOnlyList<SendAttempt> attempts) => attempts.Count == 0 ? null : GetStatusCode(attempts[attempts.Count - 1]);
}
