namespace FaultLab.Tests;

/// <summary>What each fault must do, stated independently of the faults themselves.</summary>
public static class FaultRows
{
    private static readonly (int Heads, int Received, string Result, string[] Faults)[] Table =
    [
        (0, 0, "refused", [nameof(ConnectionFaults.Refused)]),
        (0, 0, "closed", [nameof(ConnectionFaults.CloseBeforeReading), nameof(ConnectionFaults.UntrustedCertificate)]),
        (0, 0, "400 whole", [nameof(PlainResponses.BadRequestUnread)]),
        (1, 1, "407 whole", [nameof(PlainResponses.ProxyAuthenticationRequired)]),
        (0, 0, "reset", [nameof(ConnectionFaults.ResetBeforeReading)]),
        (0, 0, "silence", [nameof(ConnectionFaults.NeverRead)]),
        (1, 0, "closed", [nameof(ConnectionFaults.CloseAfterHead), nameof(ConnectionFaults.CloseInBody)]),
        (1, 0, "reset", [nameof(ConnectionFaults.ResetAfterHead), nameof(ConnectionFaults.ResetInBody)]),
        (1, 0, "silence", [nameof(ConnectionFaults.HangAfterHead), nameof(ConnectionFaults.HangInBody)]),
        (1, 1, "closed", [nameof(ConnectionFaults.CloseAfterBody), nameof(BrokenResponses.TruncatedHeadThenClose)]),
        (1, 1, "reset", [nameof(ConnectionFaults.ResetAfterBody), nameof(BrokenResponses.TruncatedHeadThenReset)]),
        (1, 1, "silence",
        [
            nameof(ConnectionFaults.HangAfterBody), nameof(ConnectionFaults.LateResponse), nameof(BrokenResponses.TruncatedHeadThenHang),
            nameof(HostileResponses.TrickledHead), nameof(HostileResponses.ContinuesThenHang),
        ]),
        (1, 1, "200 whole",
        [
            nameof(ConnectionFaults.ResetOnReuse), nameof(ConnectionFaults.CloseWhenIdle), nameof(BrokenResponses.ContentLengthTooShort),
            nameof(HostileResponses.ContinuesThenAccepted), nameof(UnreadableSuccesses.EmptyBody), nameof(UnreadableSuccesses.Html),
            nameof(UnreadableSuccesses.JsonArray), nameof(UnreadableSuccesses.JsonNull), nameof(UnreadableSuccesses.NoMessageId),
            nameof(UnreadableSuccesses.EmptyMessageId), nameof(UnreadableSuccesses.NullMessageId), nameof(UnreadableSuccesses.BlankMessageId),
            nameof(UnreadableSuccesses.DuplicateMessageId), nameof(UnreadableSuccesses.InvalidUtf8), nameof(UnreadableSuccesses.SuccessFalse),
            nameof(UnreadableSuccesses.SuccessFalseWithCode), nameof(UnusualSuccesses.NumericMessageId),
            nameof(UnusualSuccesses.DuplicateUnknownMember), nameof(UnusualSuccesses.NestedUnknownMember),
            nameof(UnusualSuccesses.DeeplyNestedUnknownMember), nameof(PlainResponses.Accepted), nameof(CompressedResponses.GzipAccepted),
            nameof(CompressedResponses.GzipCutShort),
        ]),
        (1, 1, "garbled", [nameof(BrokenResponses.NotHttp)]),
        (1, 1, "200 closed",
        [
            nameof(BrokenResponses.TruncatedSuccessThenClose), nameof(BrokenResponses.ContentLengthTooLong),
            nameof(BrokenResponses.ChunkedCutShort),
        ]),
        (1, 1, "200 reset", [nameof(BrokenResponses.TruncatedSuccessThenReset)]),
        (1, 1, "200 stalled", [nameof(BrokenResponses.TruncatedSuccessThenHang), nameof(HostileResponses.TrickledSuccessBody)]),
        (1, 1, "500 closed", [nameof(BrokenResponses.TruncatedErrorThenClose)]),
        (1, 1, "500 reset", [nameof(BrokenResponses.TruncatedErrorThenReset)]),
        (1, 1, "500 stalled", [nameof(BrokenResponses.TruncatedErrorThenHang), nameof(HostileResponses.TrickledErrorBody)]),
        (1, 1, "200 garbled", [nameof(BrokenResponses.ChunkedGarbage)]),
        (1, 1, "overrun",
        [
            nameof(HostileResponses.EndlessHeaders), nameof(HostileResponses.EndlessHeaderLine), nameof(HostileResponses.ContinueFlood),
        ]),
        (1, 1, "200 endless", [nameof(HostileResponses.EndlessSuccessBody), nameof(HostileResponses.GzipBombSuccess)]),
        (1, 1, "500 endless", [nameof(HostileResponses.EndlessErrorBody), nameof(HostileResponses.GzipBombError)]),
        (1, 1, "204 whole", [nameof(UnreadableSuccesses.NoContent)]),
        (1, 1, "400 whole",
        [
            nameof(PlainResponses.MissingTo), nameof(PlainResponses.MissingListNumber), nameof(PlainResponses.MissingBody),
            nameof(PlainResponses.InvalidPhone), nameof(PlainResponses.InvalidListNumber), nameof(PlainResponses.ListNotFound),
            nameof(PlainResponses.WebhookNotConfigured), nameof(PlainResponses.UnknownCode), nameof(CompressedResponses.GzipListNotFound),
        ]),
        (1, 1, "401 whole", [nameof(PlainResponses.MissingApiKey), nameof(PlainResponses.InvalidApiKey)]),
        (1, 1, "402 whole", [nameof(PlainResponses.PaymentRequired)]),
        (1, 1, "403 whole", [nameof(PlainResponses.Suspended)]),
        (1, 1, "404 whole", [nameof(PlainResponses.NotFound)]),
        (1, 1, "408 whole", [nameof(PlainResponses.RequestTimeout)]),
        (1, 1, "409 whole", [nameof(PlainResponses.Conflict)]),
        (1, 1, "413 whole", [nameof(PlainResponses.PayloadTooLarge)]),
        (1, 1, "425 whole", [nameof(PlainResponses.TooEarly)]),
        (1, 1, "429 whole",
        [
            nameof(PlainResponses.TooManyRequests), nameof(RetryAfterResponses.TooManyRequestsRetryAfter),
            nameof(RetryAfterResponses.TooManyRequestsRetryAfterFraction), nameof(RetryAfterResponses.TooManyRequestsRetryAfterTwice),
            nameof(RetryAfterResponses.TooManyRequestsRetryAfterAbsurd),
        ]),
        (1, 1, "500 whole", [nameof(PlainResponses.InternalServerError)]),
        (1, 1, "502 whole", [nameof(PlainResponses.BadGatewayHtml)]),
        (1, 1, "503 whole",
        [
            nameof(PlainResponses.ServiceUnavailable), nameof(RetryAfterResponses.ServiceUnavailableRetryAfter),
            nameof(RetryAfterResponses.ServiceUnavailableRetryAfterFraction), nameof(RetryAfterResponses.ServiceUnavailableRetryAfterTwice),
            nameof(RetryAfterResponses.ServiceUnavailableRetryAfterAbsurd),
        ]),
        (1, 1, "504 whole", [nameof(PlainResponses.GatewayTimeout)]),
        (1, 0, "413 whole",
        [
            nameof(EarlyResponses.PayloadTooLargeBeforeBody), nameof(EarlyResponses.PayloadTooLargeThenClose),
            nameof(EarlyResponses.PayloadTooLargeThenReset), nameof(EarlyResponses.PayloadTooLargeThenHang),
        ]),
        (1, 0, "401 whole", [nameof(EarlyResponses.InvalidApiKeyThenClose), nameof(EarlyResponses.InvalidApiKeyThenReset)]),
        (1, 0, "429 whole", [nameof(EarlyResponses.TooManyRequestsThenClose), nameof(EarlyResponses.TooManyRequestsThenReset)]),
        (1, 1, "301 whole", [nameof(Redirects.MovedPermanently)]),
        (1, 1, "302 whole", [nameof(Redirects.Found)]),
        (1, 1, "303 whole", [nameof(Redirects.SeeOther)]),
        (1, 1, "304 whole", [nameof(Redirects.NotModified)]),
        (1, 1, "307 whole", [nameof(Redirects.TemporaryRedirect)]),
        (1, 1, "308 whole", [nameof(Redirects.PermanentRedirect)]),
        (1, 0, "301 whole", [nameof(Redirects.MovedPermanentlyBeforeBody)]),
        (1, 0, "302 whole", [nameof(Redirects.FoundBeforeBody)]),
        (1, 0, "303 whole", [nameof(Redirects.SeeOtherBeforeBody)]),
        (1, 0, "307 whole", [nameof(Redirects.TemporaryRedirectBeforeBody)]),
        (1, 0, "308 whole", [nameof(Redirects.PermanentRedirectBeforeBody)]),
    ];

    /// <summary>Fault, heads read, messages received, what a client sees (see <see cref="ProbeClient.SendAsync"/>).</summary>
    public static TheoryData<string, int, int, string> All { get; } =
        [.. from row in Table from fault in row.Faults select (fault, row.Heads, row.Received, row.Result)];
}
