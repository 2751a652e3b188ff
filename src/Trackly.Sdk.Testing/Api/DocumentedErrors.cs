using System.Net;

namespace Trackly.Sdk.Testing.Api;

/// <summary>The status and the error message that Trackly's documentation gives for each code that a request can be rejected with.</summary>
/// <remarks>
/// The codes with 400 are those of <see href="https://docs.tracklysms.com/api-reference/v2/messages/send-single"/>. Whether the API returns their
/// description as its error message is not documented; here it does. The codes with 401 and 413 are on the pages about error codes and limits, and
/// those about <c>messages</c> on the page about bulk calls, which give no message for <c>unauthorized</c>, <c>payload_too_large</c>,
/// <c>missing_messages</c> and <c>too_many_messages</c>: these four messages are made up, and so
/// are those about contacts, lists and phones.
/// </remarks>
internal static class DocumentedErrors
{
    /// <summary>The message of a 403, the only one that is documented for an error without a code.</summary>
    public const string Suspended = "Account is suspended";

    /// <returns>Null when the code is not documented for a request as a whole.</returns>
    public static (int Status, string Message)? Find(string code) => code switch
    {
        "missing_to" => (400, "The to field is required but was not provided."),
        "missing_list_number" => (400, "The list_number field is required but was not provided."),
        "missing_body" => (400, "The body field is required but was not provided."),
        "invalid_phone" => (400, "The to field is not a valid E.164 phone number."),
        "invalid_list_number" => (400, "The list_number field is not a valid E.164 phone number."),
        "list_not_found" => (400, "The sending list was not found or does not belong to your account."),
        "webhook_not_configured" => (400, "Webhook verification required before sending (BYOC lists)."),
        "missing_api_key" => (401, "API key required"),
        "invalid_api_key" => (401, "Invalid API key"),
        "unauthorized" => (401, "Unauthorized"),
        "missing_messages" => (400, "The messages field is required but was not provided."),
        "too_many_messages" => (413, "A request can have 1,000 messages at most."),
        "payload_too_large" => (413, "The request is larger than Trackly takes."),
        "not_found" => (404, "Not found"),
        "missing_phone_number" => (400, "The phone_number field is required but was not provided."),
        "missing_custom_fields" => (400, "The custom_fields field is required but was not provided."),
        "invalid_custom_fields" => (400, "The custom_fields field is not an object."),
        "contact_not_found" => (400, "The contact was not found."),
        "list_contact_not_found" => (400, "The contact is not on this list."),
        "missing_contacts" => (400, "The contacts field is required but was not provided."),
        "too_many_contacts" => (413, "A call takes at most 1,000 contacts."),
        "missing_phones" => (400, "The phone or phones field is required but was not provided."),
        "too_many_phones" => (413, "A call takes at most 500 phones."),
        "invalid_force" => (400, "The force field must be true or false."),
        "no_billing_config" => (402, "The account has no billing configuration."),
        "no_payment_method" => (402, "The account has no payment method."),
        "payment_failed" => (402, "The payment failed."),
        "suspended" => (402, "The account is suspended."),
        "internal_error" => (500, "Internal error"),
        _ => null,
    };

    /// <summary>Finds the message for a status without a code: the documented one for 403, otherwise the name that HTTP has for the status.</summary>
    public static string FindMessage(int status)
    {
        if (status == 403)
            return Suspended;

        using var response = new HttpResponseMessage((HttpStatusCode)status);
        return response.ReasonPhrase is { Length: > 0 } name ? name : "Error";
    }
}
