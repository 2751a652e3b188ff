namespace Trackly.Sdk.Tests.Errors;

/// <summary>An error response of Trackly or of a proxy in front of it.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Code">The machine-readable code. Null when there is none.</param>
/// <param name="Type">The exception that stands for it.</param>
/// <param name="Outcome">What became of the message.</param>
/// <param name="Advice">What the message tells the developer to do.</param>
/// <param name="RetryAfter">The header. Null when there is none.</param>
public sealed record ErrorCodeRow(int Status, string? Code, Type Type, SendOutcome Outcome, string Advice, string? RetryAfter = null)
{
    private const string AskForAKey = "Check ApiKey";
    private const string WaitABit = "slow down";
    private const string Failed = "The server, or a proxy before it, failed";
    private const string NoRedirect = "Redirects are never followed";

    public static IEnumerable<ErrorCodeRow> All { get; } =
    [
        Refused<TracklyInvalidRequestException>(400, "missing_to", "Set To to the recipient's number"),
        Refused<TracklyInvalidRequestException>(400, "missing_list_number", "Set ListNumber to the number of a sending list"),
        Refused<TracklyInvalidRequestException>(400, "missing_body", "Set Body to the text"),
        Refused<TracklyInvalidRequestException>(400, "invalid_phone", "in E.164 format"),
        Refused<TracklyInvalidRequestException>(400, "invalid_list_number", "Write ListNumber in E.164 format"),
        Refused<TracklyListNotFoundException>(400, "list_not_found", "Check that ListNumber is a sending list of the account"),
        Refused<TracklyListNotFoundException>(404, "list_not_found", "Check that ListNumber is a sending list of the account"),
        Refused<TracklyWebhookNotConfiguredException>(400, "webhook_not_configured", "Verify the webhook of this bring-your-own-carrier (BYOC) list"),
        Refused<TracklyInvalidRequestException>(400, "brand_new_code", "Trackly refused the request as it is"),
        Refused<TracklyInvalidRequestException>(400, null, "Trackly refused the request as it is"),
        Refused<TracklyAuthenticationException>(401, "missing_api_key", AskForAKey),
        Refused<TracklyAuthenticationException>(401, "invalid_api_key", AskForAKey),
        Refused<TracklyAuthenticationException>(401, "unauthorized", AskForAKey),
        Refused<TracklyAuthenticationException>(401, null, AskForAKey),
        Refused<TracklyApiException>(402, "payment_failed", "the payment failed"),
        Refused<TracklyApiException>(402, "no_billing_config", "Set up billing"),
        Refused<TracklyApiException>(402, "no_payment_method", "Set up billing"),
        Refused<TracklyApiException>(402, "suspended", "why the account is suspended"),
        Refused<TracklyApiException>(404, "not_found", "Check the id"),
        Refused<TracklyInvalidRequestException>(400, "contact_not_found", "Create the contact first"),
        Refused<TracklyInvalidRequestException>(400, "list_contact_not_found", "Put the contact on this list first"),
        Refused<TracklyInvalidRequestException>(400, "missing_phone_number", "Set PhoneNumber"),
        Refused<TracklyInvalidRequestException>(400, "missing_custom_fields", "Set CustomFields"),
        Refused<TracklyInvalidRequestException>(400, "invalid_custom_fields", "strings, numbers and booleans"),
        Refused<TracklyInvalidRequestException>(400, "missing_contacts", "at least one contact"),
        Refused<TracklyPayloadTooLargeException>(413, "too_many_contacts", "at most 1,000 contacts"),
        Refused<TracklyPayloadTooLargeException>(413, "too_many_phones", "at most 500 phone numbers"),
        Refused<TracklyPermissionException>(403, null, "the account is not suspended"),
        Refused<TracklyPermissionException>(403, "product_not_enabled", "may use this product"),
        Refused<TracklyApiException>(404, null, "Check BaseAddress: Trackly's address ends in /api/"),
        Refused<TracklyApiException>(405, null, "Trackly refused the request as it is"),
        Refused<TracklyApiException>(407, null, "A proxy asks for credentials"),
        NotTaken<TracklyApiException>(408, null, WaitABit),
        Refused<TracklyPayloadTooLargeException>(413, null, "Send a smaller request"),
        Refused<TracklyPayloadTooLargeException>(413, "payload_too_large", "Send a smaller request"),
        Refused<TracklyPayloadTooLargeException>(400, "payload_too_large", "Send a smaller request"),
        Refused<TracklyInvalidRequestException>(400, "missing_messages", "Pass 1 to 1,000 messages"),
        Refused<TracklyPayloadTooLargeException>(413, "too_many_messages", "Pass at most 1,000 messages in one call"),
        NotTaken<TracklyApiException>(425, null, WaitABit),
        NotTaken<TracklyRateLimitException>(429, null, WaitABit),
        NotTaken<TracklyRateLimitException>(429, "rate_limited", WaitABit, "120"),
        MayBeQueued(500, "internal_error"),
        MayBeQueued(500, null),
        MayBeQueued(500, null, "120"),
        MayBeQueued(502, null),
        MayBeQueued(503, null),
        NotTaken<TracklyServerException>(503, null, Failed, "120"),
        MayBeQueued(504, null),
        MayBeQueued(599, null),
        Refused<TracklyApiException>(301, null, NoRedirect),
        Refused<TracklyApiException>(302, null, NoRedirect),
        Refused<TracklyApiException>(307, null, NoRedirect),
        Refused<TracklyApiException>(308, null, NoRedirect),
        Refused<TracklyApiException>(200, null, "Trackly refused the request as it is"),
        Refused<TracklyInvalidRequestException>(200, "invalid_phone", "in E.164 format"),
        Refused<TracklyListNotFoundException>(200, "list_not_found", "Check that ListNumber"),
    ];

    public override string ToString() => $"{Status} {Code ?? "without code"}{(RetryAfter is null ? "" : " with Retry-After")}";

    private static ErrorCodeRow Refused<T>(int status, string? code, string advice) => new(status, code, typeof(T), SendOutcome.Rejected, advice);

    private static ErrorCodeRow NotTaken<T>(int status, string? code, string advice, string? retryAfter = null) =>
        new(status, code, typeof(T), SendOutcome.NotSent, advice, retryAfter);

    private static ErrorCodeRow MayBeQueued(int status, string? code, string? retryAfter = null) =>
        new(status, code, typeof(TracklyServerException), SendOutcome.Unknown, Failed, retryAfter);
}
