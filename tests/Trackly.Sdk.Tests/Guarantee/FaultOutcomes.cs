using FaultLab;

namespace Trackly.Sdk.Tests.Guarantee;

/// <summary>
/// The result of each fault in each mode, with one retry allowed: "attempts/messages received, exception, outcome". It is the same in every wiring.
/// </summary>
public static class FaultOutcomes
{
    private static readonly (string AtMostOnce, string Standard, string AtLeastOnce, string[] Faults)[] Table =
    [
        ("2/0 Connection NotSent", "2/0 Connection NotSent", "2/0 Connection NotSent",
        [
            nameof(ConnectionFaults.Refused),
        ]),
        ("1/0 Connection Unknown", "1/0 Connection Unknown", "2/0 Connection Unknown",
        [
            nameof(ConnectionFaults.CloseBeforeReading), nameof(ConnectionFaults.ResetBeforeReading), nameof(ConnectionFaults.CloseAfterHead),
            nameof(ConnectionFaults.ResetAfterHead), nameof(ConnectionFaults.CloseInBody), nameof(ConnectionFaults.ResetInBody),
        ]),
        ("1/0 Timeout Unknown", "1/0 Timeout Unknown", "2/0 Timeout Unknown",
        [
            nameof(ConnectionFaults.NeverRead), nameof(ConnectionFaults.HangAfterHead), nameof(ConnectionFaults.HangInBody),
        ]),
        ("1/1 Connection Unknown", "1/1 Connection Unknown", "2/2 Connection Unknown",
        [
            nameof(ConnectionFaults.CloseAfterBody), nameof(ConnectionFaults.ResetAfterBody), nameof(BrokenResponses.NotHttp),
            nameof(BrokenResponses.TruncatedHeadThenClose), nameof(BrokenResponses.TruncatedHeadThenReset), nameof(HostileResponses.EndlessHeaders),
            nameof(HostileResponses.EndlessHeaderLine), nameof(HostileResponses.ContinueFlood),
        ]),
        ("1/1 Timeout Unknown", "1/1 Timeout Unknown", "2/2 Timeout Unknown",
        [
            nameof(ConnectionFaults.HangAfterBody), nameof(ConnectionFaults.LateResponse), nameof(BrokenResponses.TruncatedHeadThenHang),
            nameof(HostileResponses.TrickledHead), nameof(HostileResponses.ContinuesThenHang),
        ]),
        ("1/1 accepted", "1/1 accepted", "1/1 accepted",
        [
            nameof(ConnectionFaults.ResetOnReuse), nameof(ConnectionFaults.CloseWhenIdle), nameof(HostileResponses.ContinuesThenAccepted),
            nameof(PlainResponses.Accepted), nameof(UnreadableSuccesses.BlankMessageId),
        ]),
        ("1/1 Response Unknown", "1/1 Response Unknown", "1/1 Response Unknown",
        [
            nameof(BrokenResponses.TruncatedSuccessThenClose), nameof(BrokenResponses.TruncatedSuccessThenReset),
            nameof(BrokenResponses.TruncatedSuccessThenHang), nameof(BrokenResponses.ContentLengthTooLong), nameof(BrokenResponses.ContentLengthTooShort),
            nameof(BrokenResponses.ChunkedGarbage), nameof(BrokenResponses.ChunkedCutShort), nameof(HostileResponses.EndlessSuccessBody),
            nameof(HostileResponses.TrickledSuccessBody), nameof(HostileResponses.GzipBombSuccess), nameof(UnreadableSuccesses.NoContent),
            nameof(UnreadableSuccesses.EmptyBody), nameof(UnreadableSuccesses.Html), nameof(UnreadableSuccesses.JsonArray),
            nameof(UnreadableSuccesses.JsonNull), nameof(UnreadableSuccesses.NoMessageId), nameof(UnreadableSuccesses.EmptyMessageId),
            nameof(UnreadableSuccesses.NullMessageId), nameof(UnreadableSuccesses.DuplicateMessageId), nameof(UnreadableSuccesses.InvalidUtf8),
            nameof(UnusualSuccesses.NumericMessageId), nameof(UnusualSuccesses.DuplicateUnknownMember), nameof(UnusualSuccesses.NestedUnknownMember),
            nameof(UnusualSuccesses.DeeplyNestedUnknownMember), nameof(CompressedResponses.GzipAccepted), nameof(CompressedResponses.GzipCutShort),
        ]),
        ("1/1 Server Unknown", "2/2 Server Unknown", "2/2 Server Unknown",
        [
            nameof(BrokenResponses.TruncatedErrorThenClose), nameof(BrokenResponses.TruncatedErrorThenReset),
            nameof(BrokenResponses.TruncatedErrorThenHang), nameof(HostileResponses.EndlessErrorBody), nameof(HostileResponses.TrickledErrorBody),
            nameof(HostileResponses.GzipBombError), nameof(PlainResponses.InternalServerError), nameof(PlainResponses.BadGatewayHtml),
            nameof(PlainResponses.ServiceUnavailable), nameof(PlainResponses.GatewayTimeout),
            nameof(RetryAfterResponses.ServiceUnavailableRetryAfterFraction), nameof(RetryAfterResponses.ServiceUnavailableRetryAfterTwice),
        ]),
        ("1/1 Api Rejected", "1/1 Api Rejected", "1/1 Api Rejected",
        [
            nameof(UnreadableSuccesses.SuccessFalse), nameof(PlainResponses.PaymentRequired), nameof(PlainResponses.NotFound),
            nameof(PlainResponses.Conflict), nameof(Redirects.MovedPermanently), nameof(Redirects.Found), nameof(Redirects.SeeOther),
            nameof(Redirects.NotModified), nameof(Redirects.TemporaryRedirect), nameof(Redirects.PermanentRedirect),
        ]),
        ("1/0 Api Rejected", "1/0 Api Rejected", "1/0 Api Rejected",
        [
            nameof(Redirects.MovedPermanentlyBeforeBody), nameof(Redirects.FoundBeforeBody), nameof(Redirects.SeeOtherBeforeBody),
            nameof(Redirects.TemporaryRedirectBeforeBody), nameof(Redirects.PermanentRedirectBeforeBody),
        ]),
        ("1/1 ListNotFound Rejected", "1/1 ListNotFound Rejected", "1/1 ListNotFound Rejected",
        [
            nameof(UnreadableSuccesses.SuccessFalseWithCode), nameof(PlainResponses.ListNotFound),
        ]),
        ("1/1 InvalidRequest Rejected", "1/1 InvalidRequest Rejected", "1/1 InvalidRequest Rejected",
        [
            nameof(PlainResponses.MissingTo), nameof(PlainResponses.MissingListNumber), nameof(PlainResponses.MissingBody),
            nameof(PlainResponses.InvalidPhone), nameof(PlainResponses.InvalidListNumber), nameof(PlainResponses.UnknownCode),
            nameof(CompressedResponses.GzipListNotFound),
        ]),
        ("1/1 WebhookNotConfigured Rejected", "1/1 WebhookNotConfigured Rejected", "1/1 WebhookNotConfigured Rejected",
        [
            nameof(PlainResponses.WebhookNotConfigured),
        ]),
        ("1/1 Authentication Rejected", "1/1 Authentication Rejected", "1/1 Authentication Rejected",
        [
            nameof(PlainResponses.MissingApiKey), nameof(PlainResponses.InvalidApiKey),
        ]),
        ("1/1 Permission Rejected", "1/1 Permission Rejected", "1/1 Permission Rejected",
        [
            nameof(PlainResponses.Suspended),
        ]),
        ("2/2 Api NotSent", "2/2 Api NotSent", "2/2 Api NotSent",
        [
            nameof(PlainResponses.RequestTimeout), nameof(PlainResponses.TooEarly),
        ]),
        ("1/1 PayloadTooLarge Rejected", "1/1 PayloadTooLarge Rejected", "1/1 PayloadTooLarge Rejected",
        [
            nameof(PlainResponses.PayloadTooLarge),
        ]),
        ("1/0 PayloadTooLarge Rejected", "1/0 PayloadTooLarge Rejected", "1/0 PayloadTooLarge Rejected",
        [
            nameof(EarlyResponses.PayloadTooLargeBeforeBody), nameof(EarlyResponses.PayloadTooLargeThenClose),
            nameof(EarlyResponses.PayloadTooLargeThenReset), nameof(EarlyResponses.PayloadTooLargeThenHang),
        ]),
        ("1/0 Authentication Rejected", "1/0 Authentication Rejected", "1/0 Authentication Rejected",
        [
            nameof(EarlyResponses.InvalidApiKeyThenClose), nameof(EarlyResponses.InvalidApiKeyThenReset),
        ]),
        ("2/0 RateLimit NotSent", "2/0 RateLimit NotSent", "2/0 RateLimit NotSent",
        [
            nameof(EarlyResponses.TooManyRequestsThenClose), nameof(EarlyResponses.TooManyRequestsThenReset),
        ]),
        ("2/2 RateLimit NotSent", "2/2 RateLimit NotSent", "2/2 RateLimit NotSent",
        [
            nameof(PlainResponses.TooManyRequests), nameof(RetryAfterResponses.TooManyRequestsRetryAfter),
            nameof(RetryAfterResponses.TooManyRequestsRetryAfterFraction), nameof(RetryAfterResponses.TooManyRequestsRetryAfterTwice),
        ]),
        ("1/1 RateLimit NotSent", "1/1 RateLimit NotSent", "1/1 RateLimit NotSent",
        [
            nameof(RetryAfterResponses.TooManyRequestsRetryAfterAbsurd),
        ]),
        ("1/1 Server NotSent", "1/1 Server NotSent", "1/1 Server NotSent",
        [
            nameof(RetryAfterResponses.ServiceUnavailableRetryAfterAbsurd),
        ]),
        ("2/2 Server NotSent", "2/2 Server NotSent", "2/2 Server NotSent",
        [
            nameof(RetryAfterResponses.ServiceUnavailableRetryAfter),
        ]),
    ];

    public static IEnumerable<string> Names => Table.SelectMany(row => row.Faults);

    public static TheoryData<ClientWiring, string, TracklyRetryMode, string> Rows { get; } = [.. Enum.GetValues<ClientWiring>().SelectMany(CreateRows)];

    private static IEnumerable<(ClientWiring, string, TracklyRetryMode, string)> CreateRows(ClientWiring wiring) =>
        from row in Table
        from fault in row.Faults
        from cell in new[]
        {
            (Mode: TracklyRetryMode.AtMostOnce, Expected: row.AtMostOnce),
            (Mode: TracklyRetryMode.Standard, Expected: row.Standard),
            (Mode: TracklyRetryMode.AtLeastOnce, Expected: row.AtLeastOnce),
        }
        select (wiring, fault, cell.Mode, cell.Expected);
}
