using System.Net;

namespace Trackly.Sdk.Testing.Api;

/// <summary>The status and text that Trackly's documentation has for each code that a send may be refused with.</summary>
/// <remarks>
/// The codes with 400 are those of <see href="https://docs.tracklysms.com/api-reference/v2/messages/send-single"/>; that the description is said as the error
/// text is the fake's choice. Those with 401 and 413 are those of the pages on error codes and limits, which give no text for <c>unauthorized</c> and
/// <c>payload_too_large</c>: the fake's choice.
/// </remarks>
internal static class DocumentedErrors
{
    /// <summary>Null when the code is not documented for a send.</summary>
    public static (HttpStatusCode Status, string Error)? Find(string code) => code switch
    {
        "missing_to" => (HttpStatusCode.BadRequest, "The to field is required but was not provided."),
        "missing_list_number" => (HttpStatusCode.BadRequest, "The list_number field is required but was not provided."),
        "missing_body" => (HttpStatusCode.BadRequest, "The body field is required but was not provided."),
        "invalid_phone" => (HttpStatusCode.BadRequest, "The to field is not a valid E.164 phone number."),
        "invalid_list_number" => (HttpStatusCode.BadRequest, "The list_number field is not a valid E.164 phone number."),
        "list_not_found" => (HttpStatusCode.BadRequest, "The sending list was not found or does not belong to your account."),
        "webhook_not_configured" => (HttpStatusCode.BadRequest, "Webhook verification required before sending (BYOC lists)."),
        "missing_api_key" => (HttpStatusCode.Unauthorized, "API key required"),
        "invalid_api_key" => (HttpStatusCode.Unauthorized, "Invalid API key"),
        "unauthorized" => (HttpStatusCode.Unauthorized, "Unauthorized"),
        "payload_too_large" => (HttpStatusCode.RequestEntityTooLarge, "The request is larger than Trackly takes."),
        _ => null,
    };
}
