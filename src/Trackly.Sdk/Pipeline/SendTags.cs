using System.Globalization;

namespace Trackly.Sdk.Pipeline;

/// <summary>The names of what telemetry says, and its values: each from a closed set, so that nothing a caller or server writes gets in.</summary>
internal static class SendTags
{
    public const string SpanName = "trackly.send";

    public const string Outcome = "trackly.outcome";
    public const string Attempts = "trackly.attempts";
    public const string ErrorCode = "trackly.error.code";
    public const string ErrorType = "error.type";
    public const string StatusCode = "http.response.status_code";
    public const string ServerAddress = "server.address";
    public const string ServerPort = "server.port";

    public const string Accepted = "accepted";
    public const string NotSent = "not_sent";
    public const string Rejected = "rejected";
    public const string Unknown = "unknown";
    public const string Invalid = "invalid";

    /// <summary>What OpenTelemetry writes for a value outside a closed set.</summary>
    private const string Other = "_OTHER";

    public static string OutcomeOf(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Accepted => Accepted,
        SendOutcome.NotSent => NotSent,
        SendOutcome.Rejected => Rejected,
        _ => Unknown,
    };

    public static string OutcomeOf(Exception failure) => failure switch
    {
        TracklyValidationException => Invalid,
        TracklyException known => OutcomeOf(known.Outcome),
        TracklyCanceledException canceled => OutcomeOf(canceled.Outcome),
        _ => Unknown,
    };

    public static IReadOnlyList<SendAttempt> AttemptsOf(Exception failure) => failure switch
    {
        TracklyException known => known.Attempts,
        TracklyCanceledException canceled => canceled.Attempts,
        _ => [],
    };

    /// <summary>The type that a catch block names.</summary>
    public static string TypeOf(Exception failure) => failure is TracklyException or TracklyCanceledException ? failure.GetType().FullName! : Other;

    /// <summary>The code Trackly gave, or the first fault of the request. Null when there is none.</summary>
    public static string? CodeOf(Exception failure) => failure switch
    {
        TracklyApiException { ErrorCode: { } code } => code.IsKnown ? code.Value : Other,
        TracklyValidationException { Errors: { Count: > 0 } errors } => errors[0].Code.Value,
        _ => null,
    };

    /// <summary>The code of every fault of a request. Empty when the failure is another one.</summary>
    public static string CodesOf(Exception failure) =>
        failure is TracklyValidationException { Errors: var errors } ? string.Join(", ", errors.Select(static error => error.Code.Value)) : "";

    /// <summary>Why an attempt is not an accepted one. Null when it is.</summary>
    public static string? ReasonOf(SendAttempt attempt) => attempt switch
    {
        { Outcome: SendOutcome.Accepted } => null,
        { Failure: SendFailure.Connection } => "connection",
        { Failure: SendFailure.Timeout } => "timeout",
        { Failure: SendFailure.Canceled } => "canceled",
        { Failure: SendFailure.Repeated } => "repeated",
        { Failure: SendFailure.Unreadable } => "unreadable",
        _ when StatusCodeOf(attempt) is { } code => code < 300 ? "refused" : code.ToString(CultureInfo.InvariantCulture),
        _ => Other,
    };

    /// <summary>The status code. Null when none arrived, or one that HTTP does not know.</summary>
    public static int? StatusCodeOf(SendAttempt attempt) => (int?)attempt.StatusCode is { } code and >= 100 and < 600 ? code : null;

    /// <summary>The status code of the last attempt. Null when there is none.</summary>
    public static int? LastStatusCodeOf(IReadOnlyList<SendAttempt> attempts) => attempts.Count == 0 ? null : StatusCodeOf(attempts[attempts.Count - 1]);

    public static string StatusOf(MessageStatus status) =>
        status.Value is "queued" or "sent" or "delivered" or "undelivered" or "failed" or "dropped" or "orphaned" ? status.Value : Other;
}
