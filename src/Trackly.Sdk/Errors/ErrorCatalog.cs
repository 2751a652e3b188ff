namespace Trackly.Sdk;

/// <summary>The one list of error codes, and of statuses that arrive without a known code.</summary>
/// <remarks>Source: <see href="https://docs.tracklysms.com/api-reference/v2/error-codes"/> and the error table of each operation.</remarks>
internal static class ErrorCatalog
{
    private const string CheckApiKey = "Check ApiKey: a revoked or mistyped key is refused; account owners create keys in the Trackly dashboard.";
    private const string CheckBilling = "Set up billing and a payment method in the Trackly dashboard: validations are charged.";
    private const string SendLess = "Send a smaller request: Trackly takes 5 MB in all, metadata included.";

    /// <summary>The status of codes that only an item of a batch has.</summary>
    private const int ItemOfABatch = 0;

    private static readonly Dictionary<string, ErrorCatalogEntry> Codes = new ErrorCatalogEntry[]
    {
        new("missing_to", 400, ApiErrorKind.InvalidRequest, "Set To to the recipient's number, for example +14155551234."),
        new("missing_list_number", 400, ApiErrorKind.InvalidRequest, "Set ListNumber to the number of a sending list of your account, for example +18005551000."),
        new("missing_body", 400, ApiErrorKind.InvalidRequest, "Set Body to the text of the message."),
        new(
            "invalid_phone", 400, ApiErrorKind.InvalidRequest,
            "Write the number (To of a message, PhoneNumber of a contact) in E.164 format: +, country code and number without spaces, for example +14155551234."),
        new("invalid_list_number", 400, ApiErrorKind.InvalidRequest, "Write ListNumber in E.164 format: +, country code and number without spaces, for example +18005551000."),
        new("list_not_found", 400, ApiErrorKind.ListNotFound, "Check that ListNumber is a sending list of the account that the API key belongs to."),
        new(
            "webhook_not_configured", 400, ApiErrorKind.WebhookNotConfigured,
            "Verify the webhook of this bring-your-own-carrier (BYOC) list in the Trackly dashboard, then send again."),
        new("missing_api_key", 401, ApiErrorKind.Authentication, CheckApiKey),
        new("invalid_api_key", 401, ApiErrorKind.Authentication, CheckApiKey),
        new("unauthorized", 401, ApiErrorKind.Authentication, CheckApiKey),
        new("missing_messages", 400, ApiErrorKind.InvalidRequest, "Pass 1 to 1,000 messages."),
        new("too_many_messages", 413, ApiErrorKind.PayloadTooLarge, "Pass at most 1,000 messages in one call: split them, or use SendManyAsync."),
        new("payload_too_large", 413, ApiErrorKind.PayloadTooLarge, SendLess),
        new("not_found", 404, ApiErrorKind.Other, "Check the id: the account has nothing with it."),
        new("missing_phone_number", 400, ApiErrorKind.InvalidRequest, "Set PhoneNumber to the contact's number, for example +14155551234."),
        new("missing_custom_fields", 400, ApiErrorKind.InvalidRequest, "Set CustomFields to the fields to change."),
        new("invalid_custom_fields", 400, ApiErrorKind.InvalidRequest, "Use strings, numbers and booleans as values of CustomFields."),
        new("contact_not_found", 400, ApiErrorKind.InvalidRequest, "Create the contact first: Contacts.UpsertAsync."),
        new("list_contact_not_found", 400, ApiErrorKind.InvalidRequest, "Put the contact on this list first: Contacts.UpsertAsync."),
        new("missing_contacts", 400, ApiErrorKind.InvalidRequest, "Send at least one contact."),
        new("too_many_contacts", 413, ApiErrorKind.PayloadTooLarge, "Send at most 1,000 contacts in a call."),
        new("not_sendable", ItemOfABatch, ApiErrorKind.InvalidRequest, "Leave the number out: the carrier check says that it cannot be texted."),
        new("validation_failed", ItemOfABatch, ApiErrorKind.InvalidRequest, "Check the number: its validation failed."),
        new("provider_error", ItemOfABatch, ApiErrorKind.InvalidRequest, "Send the contact again later: the provider of the check failed."),
        new("missing_phones", 400, ApiErrorKind.InvalidRequest, "Pass at least one phone number."),
        new("too_many_phones", 413, ApiErrorKind.PayloadTooLarge, "Pass at most 500 phone numbers in a call."),
        new("invalid_force", 400, ApiErrorKind.InvalidRequest, "Pass force as a boolean."),
        new("no_billing_config", 402, ApiErrorKind.Other, CheckBilling),
        new("no_payment_method", 402, ApiErrorKind.Other, CheckBilling),
        new("payment_failed", 402, ApiErrorKind.Other, "Check the payment method in the Trackly dashboard: the payment failed."),
        new("suspended", 402, ApiErrorKind.Other, "Check in the Trackly dashboard why the account is suspended."),
        new("internal_error", 500, ApiErrorKind.Server, "The server, or a proxy before it, failed."),
        new("invalid_json", 0, ApiErrorKind.InvalidRequest, "Use values that JSON has a form for."),
    }.ToDictionary(static entry => entry.Code, StringComparer.Ordinal);

    public static bool IsKnown(string code) => Codes.ContainsKey(code);

    /// <summary>Finds the entry of an error: by its code first, by its status second.</summary>
    public static ErrorCatalogEntry Find(string? code, int statusCode) =>
        code is not null && Codes.TryGetValue(code, out var entry) ? entry : FindStatus(statusCode);

    private static ErrorCatalogEntry FindStatus(int statusCode) => statusCode switch
    {
        400 => new("", statusCode, ApiErrorKind.InvalidRequest, "Trackly refused the request as it is."),
        401 => new("", statusCode, ApiErrorKind.Authentication, CheckApiKey),
        403 => new("", statusCode, ApiErrorKind.Permission, "Check in the Trackly dashboard that the account is not suspended and may use this product."),
        404 => new("", statusCode, ApiErrorKind.Other, "Check BaseAddress: Trackly's address ends in /api/."),
        407 => new("", statusCode, ApiErrorKind.Other, "A proxy asks for credentials: configure them on the HTTP handler."),
        413 => new("", statusCode, ApiErrorKind.PayloadTooLarge, SendLess),
        408 or 425 => new("", statusCode, ApiErrorKind.Other, "Trackly did not take the request: slow down."),
        429 => new("", statusCode, ApiErrorKind.RateLimit, "Trackly did not take the request: slow down."),
        >= 300 and < 400 => new("", statusCode, ApiErrorKind.Other, "Redirects are never followed, since the API key would go along: check BaseAddress."),
        >= 500 => new("", statusCode, ApiErrorKind.Server, "The server, or a proxy before it, failed."),
        _ => new("", statusCode, ApiErrorKind.Other, "Trackly refused the request as it is."),
    };
}
