using FaultLab;

namespace Trackly.Sdk.Tests.Guarantee;

/// <summary>What each HTTP/1.1 fault comes to in each mode. It is the same in every wiring.</summary>
public static class FaultOutcomes
{
    private static readonly OutcomeRow[] Table =
    [
        OutcomeRow.InEveryMode("2/0 Connection NotSent", nameof(ConnectionFaults.Refused)),
        new("1/0 Connection Unknown", "1/0 Connection Unknown", "2/0 Connection Unknown",
            nameof(ConnectionFaults.CloseBeforeReading), nameof(ConnectionFaults.UntrustedCertificate), nameof(ConnectionFaults.ResetBeforeReading), nameof(ConnectionFaults.CloseAfterHead),
            nameof(ConnectionFaults.ResetAfterHead), nameof(ConnectionFaults.CloseInBody), nameof(ConnectionFaults.ResetInBody)),
        new("1/0 Timeout Unknown", "1/0 Timeout Unknown", "2/0 Timeout Unknown",
            nameof(ConnectionFaults.NeverRead), nameof(ConnectionFaults.HangAfterHead), nameof(ConnectionFaults.HangInBody)),
        new("1/1 Connection Unknown", "1/1 Connection Unknown", "2/2 Connection Unknown",
            nameof(ConnectionFaults.CloseAfterBody), nameof(ConnectionFaults.ResetAfterBody), nameof(BrokenResponses.NotHttp),
            nameof(BrokenResponses.TruncatedHeadThenClose), nameof(BrokenResponses.TruncatedHeadThenReset), nameof(HostileResponses.EndlessHeaders),
            nameof(HostileResponses.EndlessHeaderLine), nameof(HostileResponses.ContinueFlood)),
        new("1/1 Timeout Unknown", "1/1 Timeout Unknown", "2/2 Timeout Unknown",
            nameof(ConnectionFaults.HangAfterBody), nameof(ConnectionFaults.LateResponse), nameof(BrokenResponses.TruncatedHeadThenHang),
            nameof(HostileResponses.TrickledHead), nameof(HostileResponses.ContinuesThenHang)),
        OutcomeRow.InEveryMode("1/1 accepted",
            nameof(ConnectionFaults.ResetOnReuse), nameof(ConnectionFaults.CloseWhenIdle), nameof(HostileResponses.ContinuesThenAccepted),
            nameof(PlainResponses.Accepted), nameof(UnusualSuccesses.NumericMessageId), nameof(UnusualSuccesses.DuplicateUnknownMember),
            nameof(UnusualSuccesses.NestedUnknownMember), nameof(UnusualSuccesses.DeeplyNestedUnknownMember),
            nameof(CompressedResponses.GzipAccepted)),
        OutcomeRow.InEveryMode("1/1 Response Unknown",
            nameof(BrokenResponses.TruncatedSuccessThenClose), nameof(BrokenResponses.TruncatedSuccessThenReset),
            nameof(BrokenResponses.TruncatedSuccessThenHang), nameof(BrokenResponses.ContentLengthTooLong),
            nameof(BrokenResponses.ContentLengthTooShort), nameof(BrokenResponses.ChunkedGarbage), nameof(BrokenResponses.ChunkedCutShort),
            nameof(HostileResponses.EndlessSuccessBody), nameof(HostileResponses.TrickledSuccessBody), nameof(HostileResponses.GzipBombSuccess),
            nameof(UnreadableSuccesses.NoContent), nameof(UnreadableSuccesses.EmptyBody), nameof(UnreadableSuccesses.Html),
            nameof(UnreadableSuccesses.JsonArray), nameof(UnreadableSuccesses.JsonNull), nameof(UnreadableSuccesses.NoMessageId),
            nameof(UnreadableSuccesses.EmptyMessageId), nameof(UnreadableSuccesses.NullMessageId), nameof(UnreadableSuccesses.DuplicateMessageId),
            nameof(UnreadableSuccesses.InvalidUtf8), nameof(UnreadableSuccesses.BlankMessageId), nameof(CompressedResponses.GzipCutShort)),
        new("1/1 Server Unknown", "2/2 Server Unknown", "2/2 Server Unknown",
            nameof(BrokenResponses.TruncatedErrorThenClose), nameof(BrokenResponses.TruncatedErrorThenReset),
            nameof(BrokenResponses.TruncatedErrorThenHang), nameof(HostileResponses.EndlessErrorBody), nameof(HostileResponses.TrickledErrorBody),
            nameof(HostileResponses.GzipBombError), nameof(PlainResponses.InternalServerError), nameof(PlainResponses.BadGatewayHtml),
            nameof(PlainResponses.ServiceUnavailable), nameof(PlainResponses.GatewayTimeout)),
        OutcomeRow.InEveryMode("1/1 Api Rejected",
            nameof(UnreadableSuccesses.SuccessFalse), nameof(PlainResponses.PaymentRequired), nameof(PlainResponses.ProxyAuthenticationRequired), nameof(PlainResponses.NotFound),
            nameof(PlainResponses.Conflict), nameof(Redirects.MovedPermanently), nameof(Redirects.Found), nameof(Redirects.SeeOther),
            nameof(Redirects.NotModified), nameof(Redirects.TemporaryRedirect), nameof(Redirects.PermanentRedirect)),
        OutcomeRow.InEveryMode("1/0 InvalidRequest Rejected", nameof(PlainResponses.BadRequestUnread)),
        OutcomeRow.InEveryMode("1/0 Api Rejected",
            nameof(Redirects.MovedPermanentlyBeforeBody), nameof(Redirects.FoundBeforeBody), nameof(Redirects.SeeOtherBeforeBody),
            nameof(Redirects.TemporaryRedirectBeforeBody), nameof(Redirects.PermanentRedirectBeforeBody)),
        OutcomeRow.InEveryMode("1/1 ListNotFound Rejected", nameof(UnreadableSuccesses.SuccessFalseWithCode), nameof(PlainResponses.ListNotFound),
            nameof(CompressedResponses.GzipListNotFound)),
        OutcomeRow.InEveryMode("1/1 InvalidRequest Rejected",
            nameof(PlainResponses.MissingTo), nameof(PlainResponses.MissingListNumber), nameof(PlainResponses.MissingBody),
            nameof(PlainResponses.InvalidPhone), nameof(PlainResponses.InvalidListNumber), nameof(PlainResponses.UnknownCode)),
        OutcomeRow.InEveryMode("1/1 WebhookNotConfigured Rejected", nameof(PlainResponses.WebhookNotConfigured)),
        OutcomeRow.InEveryMode("1/1 Authentication Rejected", nameof(PlainResponses.MissingApiKey), nameof(PlainResponses.InvalidApiKey)),
        OutcomeRow.InEveryMode("1/1 Permission Rejected", nameof(PlainResponses.Suspended)),
        OutcomeRow.InEveryMode("2/2 Api NotSent", nameof(PlainResponses.RequestTimeout), nameof(PlainResponses.TooEarly)),
        OutcomeRow.InEveryMode("1/1 PayloadTooLarge Rejected", nameof(PlainResponses.PayloadTooLarge)),
        OutcomeRow.InEveryMode("1/0 PayloadTooLarge Rejected",
            nameof(EarlyResponses.PayloadTooLargeBeforeBody), nameof(EarlyResponses.PayloadTooLargeThenClose),
            nameof(EarlyResponses.PayloadTooLargeThenReset), nameof(EarlyResponses.PayloadTooLargeThenHang)),
        OutcomeRow.InEveryMode("1/0 Authentication Rejected", nameof(EarlyResponses.InvalidApiKeyThenClose), nameof(EarlyResponses.InvalidApiKeyThenReset)),
        OutcomeRow.InEveryMode("2/0 RateLimit NotSent", nameof(EarlyResponses.TooManyRequestsThenClose), nameof(EarlyResponses.TooManyRequestsThenReset)),
        OutcomeRow.InEveryMode("2/2 RateLimit NotSent",
            nameof(PlainResponses.TooManyRequests), nameof(RetryAfterResponses.TooManyRequestsRetryAfter),
            nameof(RetryAfterResponses.TooManyRequestsRetryAfterFraction), nameof(RetryAfterResponses.TooManyRequestsRetryAfterTwice)),
        OutcomeRow.InEveryMode("1/1 RateLimit NotSent", nameof(RetryAfterResponses.TooManyRequestsRetryAfterAbsurd)),
        OutcomeRow.InEveryMode("1/1 Server NotSent", nameof(RetryAfterResponses.ServiceUnavailableRetryAfterAbsurd)),
        OutcomeRow.InEveryMode("2/2 Server NotSent", nameof(RetryAfterResponses.ServiceUnavailableRetryAfterFraction), nameof(RetryAfterResponses.ServiceUnavailableRetryAfterTwice),
            nameof(RetryAfterResponses.ServiceUnavailableRetryAfter)),
    ];

    public static IEnumerable<string> Names => Table.SelectMany(row => row.Faults);

    public static TheoryData<ClientWiring, string, TracklyRetryMode, string> Rows { get; } = [.. OutcomeRow.CreateTheoryRows(Table)];
}
