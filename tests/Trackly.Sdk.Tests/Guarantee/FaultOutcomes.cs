using FaultLab;

namespace Trackly.Sdk.Tests.Guarantee;

/// <summary>
/// What each fault must come to in each mode, with one retry allowed: "attempts made/messages received, exception, outcome". Both wirings must say the same.
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
            nameof(ConnectionFaults.CloseAfterBody), nameof(ConnectionFaults.ResetAfterBody), nameof(BrokenAnswers.NotHttp),
            nameof(BrokenAnswers.TruncatedHeadThenClose), nameof(BrokenAnswers.TruncatedHeadThenReset), nameof(HostileAnswers.EndlessHeaders),
            nameof(HostileAnswers.EndlessHeaderLine), nameof(HostileAnswers.ContinueFlood),
        ]),
        ("1/1 Timeout Unknown", "1/1 Timeout Unknown", "2/2 Timeout Unknown",
        [
            nameof(ConnectionFaults.HangAfterBody), nameof(ConnectionFaults.LateAnswer), nameof(BrokenAnswers.TruncatedHeadThenHang),
            nameof(HostileAnswers.DrippingHead), nameof(HostileAnswers.ContinuesThenHang),
        ]),
        ("1/1 accepted", "1/1 accepted", "1/1 accepted",
        [
            nameof(ConnectionFaults.ResetOnReuse), nameof(ConnectionFaults.CloseWhenIdle), nameof(HostileAnswers.ContinuesThenAccepted),
            nameof(PlainAnswers.Accepted),
        ]),
        ("1/1 Response Unknown", "1/1 Response Unknown", "1/1 Response Unknown",
        [
            nameof(BrokenAnswers.TruncatedSuccessThenClose), nameof(BrokenAnswers.TruncatedSuccessThenReset),
            nameof(BrokenAnswers.TruncatedSuccessThenHang), nameof(BrokenAnswers.ContentLengthTooLong), nameof(BrokenAnswers.ContentLengthTooShort),
            nameof(BrokenAnswers.ChunkedGarbage), nameof(BrokenAnswers.ChunkedCutShort), nameof(HostileAnswers.EndlessSuccessBody),
            nameof(HostileAnswers.DrippingSuccessBody), nameof(HostileAnswers.GzipBombSuccess), nameof(UnreadableSuccesses.NoContent),
            nameof(UnreadableSuccesses.EmptyBody), nameof(UnreadableSuccesses.Html), nameof(UnreadableSuccesses.JsonArray),
            nameof(UnreadableSuccesses.JsonNull), nameof(UnreadableSuccesses.NoMessageId), nameof(UnreadableSuccesses.EmptyMessageId),
            nameof(UnreadableSuccesses.NullMessageId), nameof(UnreadableSuccesses.NumericMessageId), nameof(UnreadableSuccesses.DuplicateKeys),
            nameof(UnreadableSuccesses.DeeplyNested), nameof(UnreadableSuccesses.InvalidUtf8),
        ]),
        ("1/1 Server Unknown", "2/2 Server Unknown", "2/2 Server Unknown",
        [
            nameof(BrokenAnswers.TruncatedErrorThenClose), nameof(BrokenAnswers.TruncatedErrorThenReset),
            nameof(BrokenAnswers.TruncatedErrorThenHang), nameof(HostileAnswers.EndlessErrorBody), nameof(HostileAnswers.DrippingErrorBody),
            nameof(HostileAnswers.GzipBombError), nameof(PlainAnswers.InternalServerError), nameof(PlainAnswers.BadGatewayHtml),
            nameof(PlainAnswers.ServiceUnavailable), nameof(PlainAnswers.GatewayTimeout),
        ]),
        ("1/1 Api Rejected", "1/1 Api Rejected", "1/1 Api Rejected",
        [
            nameof(UnreadableSuccesses.SuccessFalse), nameof(PlainAnswers.PaymentRequired), nameof(PlainAnswers.NotFound),
            nameof(PlainAnswers.Conflict), nameof(Redirects.MovedPermanently), nameof(Redirects.Found), nameof(Redirects.SeeOther),
            nameof(Redirects.NotModified), nameof(Redirects.TemporaryRedirect), nameof(Redirects.PermanentRedirect),
        ]),
        ("1/1 ListNotFound Rejected", "1/1 ListNotFound Rejected", "1/1 ListNotFound Rejected",
        [
            nameof(UnreadableSuccesses.SuccessFalseWithCode), nameof(PlainAnswers.ListNotFound),
        ]),
        ("1/1 InvalidRequest Rejected", "1/1 InvalidRequest Rejected", "1/1 InvalidRequest Rejected",
        [
            nameof(PlainAnswers.MissingTo), nameof(PlainAnswers.MissingListNumber), nameof(PlainAnswers.MissingBody),
            nameof(PlainAnswers.InvalidPhone), nameof(PlainAnswers.InvalidListNumber), nameof(PlainAnswers.UnheardOfCode),
        ]),
        ("1/1 WebhookNotConfigured Rejected", "1/1 WebhookNotConfigured Rejected", "1/1 WebhookNotConfigured Rejected",
        [
            nameof(PlainAnswers.WebhookNotConfigured),
        ]),
        ("1/1 Authentication Rejected", "1/1 Authentication Rejected", "1/1 Authentication Rejected",
        [
            nameof(PlainAnswers.MissingApiKey), nameof(PlainAnswers.InvalidApiKey),
        ]),
        ("1/1 Permission Rejected", "1/1 Permission Rejected", "1/1 Permission Rejected",
        [
            nameof(PlainAnswers.Suspended),
        ]),
        ("2/2 Api NotSent", "2/2 Api NotSent", "2/2 Api NotSent",
        [
            nameof(PlainAnswers.RequestTimeout), nameof(PlainAnswers.TooEarly),
        ]),
        ("1/1 PayloadTooLarge Rejected", "1/1 PayloadTooLarge Rejected", "1/1 PayloadTooLarge Rejected",
        [
            nameof(PlainAnswers.PayloadTooLarge),
        ]),
        ("1/0 PayloadTooLarge Rejected", "1/0 PayloadTooLarge Rejected", "1/0 PayloadTooLarge Rejected",
        [
            nameof(PlainAnswers.PayloadTooLargeBeforeBody),
        ]),
        ("2/2 RateLimit NotSent", "2/2 RateLimit NotSent", "2/2 RateLimit NotSent",
        [
            nameof(PlainAnswers.TooManyRequests), nameof(PlainAnswers.TooManyRequestsRetryAfter),
        ]),
        ("2/2 Server NotSent", "2/2 Server NotSent", "2/2 Server NotSent",
        [
            nameof(PlainAnswers.ServiceUnavailableRetryAfter),
        ]),
    ];

    public static IEnumerable<string> Names => Table.SelectMany(row => row.Faults);

    public static TheoryData<LabWiring, string, TracklyRetryMode, string> Rows { get; } = [.. Enum.GetValues<LabWiring>().SelectMany(RowsOf)];

    private static IEnumerable<(LabWiring, string, TracklyRetryMode, string)> RowsOf(LabWiring wiring) =>
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
