using Trackly.Sdk;

namespace Campaign;

/// <summary>What became of a row.</summary>
/// <param name="Row">The row.</param>
/// <param name="Outcome">The outcome. <see cref="SendOnceOutcome.InProgress"/> when another run may still be sending it.</param>
/// <param name="MessageId">Trackly's id. Null unless it was accepted.</param>
/// <param name="Error">What went wrong, without a number or a text. Null when nothing did.</param>
/// <param name="Earlier">Whether an earlier run sent it.</param>
/// <param name="Wait">How long to wait before the row is tried again. Null when there is nothing to wait for.</param>
internal sealed record RowResult(CampaignRow Row, SendOnceOutcome Outcome, string? MessageId, string? Error, bool Earlier, TimeSpan? Wait)
{
    public static RowResult Create(CampaignRow row, SendOnceResult result) => new(
        row, result.Outcome, result.MessageId, result.Failure?.Message ?? result.ErrorCode?.ToString(), result.AlreadySent, result.RetryAfter);

    /// <summary>Returns the row and its outcome.</summary>
    public override string ToString() => $"{Row} {Outcome}";
}
