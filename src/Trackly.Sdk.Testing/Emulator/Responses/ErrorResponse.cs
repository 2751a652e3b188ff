using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Trackly.Sdk.Testing.Emulator.Responses;

/// <summary>The answer to a request that queues nothing: <c>{"error": ..., "code": ...}</c>, where only <c>error</c> is always there.</summary>
/// <remarks>
/// The codes with 400 and their descriptions are those of the page on <c>POST /v2/send</c>; whether the API says the description as its
/// <c>error</c> text is not documented, so that is the emulator's choice. The codes and texts with 401 are those of the page on error codes.
/// </remarks>
internal sealed record ErrorResponse(int Status, string Error, string? Code = null) : JsonResponse(Status)
{
    public static readonly ErrorResponse MissingApiKey = new(StatusCodes.Status401Unauthorized, "API key required", "missing_api_key");
    public static readonly ErrorResponse InvalidApiKey = new(StatusCodes.Status401Unauthorized, "Invalid API key", "invalid_api_key");

    // Status and text are documented, and that no code comes with them.
    public static readonly ErrorResponse Suspended = new(StatusCodes.Status403Forbidden, "Account is suspended");

    public static readonly ErrorResponse MissingTo = BadRequest("The to field is required but was not provided.", "missing_to");
    public static readonly ErrorResponse MissingListNumber =
        BadRequest("The list_number field is required but was not provided.", "missing_list_number");
    public static readonly ErrorResponse MissingBody = BadRequest("The body field is required but was not provided.", "missing_body");
    public static readonly ErrorResponse InvalidPhone = BadRequest("The to field is not a valid E.164 phone number.", "invalid_phone");
    public static readonly ErrorResponse InvalidListNumber =
        BadRequest("The list_number field is not a valid E.164 phone number.", "invalid_list_number");
    public static readonly ErrorResponse ListNotFound =
        BadRequest("The sending list was not found or does not belong to your account.", "list_not_found");
    public static readonly ErrorResponse WebhookNotConfigured =
        BadRequest("Webhook verification required before sending (BYOC lists).", "webhook_not_configured");

    // The status is documented; no code is shown with it, so none is made up.
    public static readonly ErrorResponse TooLarge = new(StatusCodes.Status413PayloadTooLarge, "The request body is larger than 5 MB.");

    // Nothing documents the answers below. The emulator's choice: the status HTTP has for the case, and no code, for it would be made up.
    public static readonly ErrorResponse MalformedJson = BadRequest("The request body is not valid JSON.");
    public static readonly ErrorResponse NotAnObject = BadRequest("The request body must be a JSON object.");
    public static readonly ErrorResponse NotFound = new(StatusCodes.Status404NotFound, "No such endpoint; the emulator answers POST /api/v2/send.");
    public static readonly ErrorResponse MethodNotAllowed = new(StatusCodes.Status405MethodNotAllowed, "This endpoint answers POST only.");
    public static readonly ErrorResponse NotJson =
        new(StatusCodes.Status415UnsupportedMediaType, "The Content-Type header must be application/json.");

    public static readonly ErrorResponse TooManyRequests =
        new(StatusCodes.Status429TooManyRequests, "Too many requests in this second.") { RetryAfterSeconds = 1 };

    // Of the control API, which is the emulator's own.
    public static readonly ErrorResponse NoSuchControl = new(StatusCodes.Status404NotFound, "No such path of the control API; docs/emulator.md lists them.");
    public static readonly ErrorResponse NoSuchMessage =
        new(StatusCodes.Status404NotFound, "No message with this id is kept; it may have been dropped or forgotten.");
    public static readonly ErrorResponse NoSuchFault = new(StatusCodes.Status404NotFound, "No fault with this id is switched on; it may have been used up.");
    public static readonly ErrorResponse ForeignHost =
        new(StatusCodes.Status403Forbidden, "The Host header does not name the address that the emulator listens on: open it by that address.");
    public static readonly ErrorResponse ForeignPage = new(StatusCodes.Status403Forbidden, "Only the emulator's own page may ask for this from a browser.");

    /// <summary>How long to wait, for the header <c>Retry-After</c>. Null leaves it out.</summary>
    public int? RetryAfterSeconds { get; init; }

    public static ErrorResponse WrongType(string field, string expected) => BadRequest($"The {field} field must be {expected}.");

    protected override void WriteMembers(Utf8JsonWriter json)
    {
        json.WriteString("error", Error);
        if (Code is not null)
            json.WriteString("code", Code);
    }

    protected override void WriteHeaders(IHeaderDictionary headers)
    {
        if (RetryAfterSeconds is { } seconds)
            headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
    }

    public static ErrorResponse BadRequest(string error, string? code = null) => new(StatusCodes.Status400BadRequest, error, code);
}
