using Trackly.Sdk;

namespace Campaign;

/// <summary>What became of a row.</summary>
/// <param name="Row">The row.</param>
/// <param name="Outcome">The outcome. <see cref="SendOnceOutcome.InProgress"/> when another run may still be sending it.</param>
/// <param name="MessageId">Trackly's id. Null unless it was accepted.</param>
/// <param name="Error">What went wrong, without a phone number or message body. Null when nothing did.</param>
/// <param name="Earlier">Whether an earlier run sent it.</param>
/// <param name="Wait">How long to wait before the row is tried again. Null when there is nothing to wait for.</param>
internal sealed record RowResult(CampaignRow Row, SendOnceOutcome Outcome, string? MessageId, string? Error, bool Earlier, TimeSpan? Wait)
{
    /// <summary>Gets whether every row would be rejected in the same way (401 or 403), so that the row itself is not rejected for good.</summary>
    public bool IsAboutTheAccount { get; private init; }

    public static RowResult Create(CampaignRow row, SendOnceResult result) => new(
        row, result.Outcome, result.MessageId, result.Failure?.Message ?? result.ErrorCode?.ToString(), result.AlreadySent, result.RetryAfter)
    {
        IsAboutTheAccount = result.Outcome == SendOnceOutcome.Rejected && (result.Failure is TracklyAuthenticationException or TracklyPermissionException
            || result.ErrorCode == TracklyErrorCode.MissingApiKey || result.ErrorCode == TracklyErrorCode.InvalidApiKey || result.ErrorCode == TracklyErrorCode.Unauthorized),
    };

    /// <summary>Creates the result of a row whose number or text is not what was claimed first under its id. It is not sent: its recipient may have the first text.</summary>
    /// <param name="row">The row.</param>
    /// <param name="first">What was claimed first. Null when it is gone.</param>
    public static RowResult CreateChanged(CampaignRow row, SendOnceEntry? first) => new(
        row, first?.Outcome ?? SendOnceOutcome.Unknown, first?.MessageId,
        "The row is not the one that was claimed first under its id: it was changed since, or two rows have the id. It was not sent; the outcome is that of the first one.",
        Earlier: true, first?.LeaseRemaining);

    /// <summary>Returns the row and its outcome.</summary>
    public override string ToString() => $"{Row} {Outcome}";
}
