using Trackly.Sdk.SendOnce.Store;

namespace Trackly.Sdk.SendOnce.Sending;

/// <summary>What an exception of the client says about the message.</summary>
internal static class ClientFailure
{
    /// <summary>The code of a recipient that the client's policy blocks.</summary>
    public static readonly TracklyErrorCode RecipientBlocked = new("recipient_blocked");

    public static Settlement ToSettlement(Exception exception) => exception switch
    {
        // The same request would meet the same checks again: to repeat it from a queue could never end.
        TracklyValidationException invalid => new(SendOnceOutcome.Rejected, ErrorCode: invalid.Errors is [var error, ..] ? error.Code : null),
        TracklyRecipientBlockedException => new(SendOnceOutcome.Rejected, ErrorCode: RecipientBlocked),
        TracklyApiException api => new(Map(api.Outcome), ErrorCode: api.ErrorCode is { } code ? Limit(code) : null),
        TracklyException other => new(Map(other.Outcome)),
        TracklyCanceledException canceled => new(Map(canceled.Outcome)),
        // What the client does not explain may have happened after the message left.
        _ => new(SendOnceOutcome.Unknown),
    };

    /// <summary>How long Trackly asked to wait. Null when it did not.</summary>
    public static TimeSpan? FindRetryAfter(Exception? exception) => (exception as TracklyApiException)?.RetryAfter;

    private static SendOnceOutcome Map(SendOutcome outcome) => outcome switch
    {
        SendOutcome.NotSent => SendOnceOutcome.NotSent,
        SendOutcome.Rejected => SendOnceOutcome.Rejected,
        _ => SendOnceOutcome.Unknown,
    };

    /// <summary>A code as Trackly writes them. Anything else may be an echo of the request, which the row must not keep.</summary>
    private static TracklyErrorCode? Limit(TracklyErrorCode code) =>
        code.Value is { Length: > 0 and <= 64 } value && value.All(static character => char.IsAsciiLetterLower(character)
            || character == '_') ? code : null;
}
