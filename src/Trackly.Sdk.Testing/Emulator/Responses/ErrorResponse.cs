using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Trackly.Sdk.Testing.Api;

namespace Trackly.Sdk.Testing.Emulator.Responses;

/// <summary>The response to a request that queues nothing: <c>{"error": ..., "code": ...}</c>, where only <c>error</c> is always there.</summary>
internal sealed record ErrorResponse(int Status, string Error, string? Code = null) : JsonResponse(Status)
{
    public static readonly ErrorResponse MissingApiKey = CreateDocumented("missing_api_key");
    public static readonly ErrorResponse InvalidApiKey = CreateDocumented("invalid_api_key");

    // The status and the message are documented, and that they come without a code.
    public static readonly ErrorResponse Suspended = new(StatusCodes.Status403Forbidden, DocumentedErrors.Suspended);

    public static readonly ErrorResponse MissingTo = CreateDocumented("missing_to");
    public static readonly ErrorResponse MissingListNumber = CreateDocumented("missing_list_number");
    public static readonly ErrorResponse MissingBody = CreateDocumented("missing_body");
    public static readonly ErrorResponse InvalidPhone = CreateDocumented("invalid_phone");
    public static readonly ErrorResponse InvalidListNumber = CreateDocumented("invalid_list_number");
    public static readonly ErrorResponse ListNotFound = CreateDocumented("list_not_found");
    public static readonly ErrorResponse WebhookNotConfigured = CreateDocumented("webhook_not_configured");

    public static readonly ErrorResponse MissingMessages = CreateDocumented("missing_messages");
    public static readonly ErrorResponse TooManyMessages = CreateDocumented("too_many_messages");

    // The status is documented. No code is shown with it, so none is made up.
    public static readonly ErrorResponse TooLarge = new(StatusCodes.Status413PayloadTooLarge, "The request body is larger than 5 MB.");

    // The responses below are not documented. The emulator's choice: the status that HTTP has for the case, and no code, which would be made up.
    public static readonly ErrorResponse MalformedJson = CreateBadRequest("The request body is not valid JSON.");
    public static readonly ErrorResponse TooDeep = CreateBadRequest("The JSON of the request body is nested deeper than 512 levels.");
    public static readonly ErrorResponse NotAnObject = CreateBadRequest("The request body must be a JSON object.");
    public static readonly ErrorResponse NotFound = new(StatusCodes.Status404NotFound, "No such endpoint. The emulator has POST /api/v2/send.");
    public static readonly ErrorResponse MethodNotAllowed = new(StatusCodes.Status405MethodNotAllowed, "This endpoint accepts POST only.");
    public static readonly ErrorResponse NotJson =
        new(StatusCodes.Status415UnsupportedMediaType, "The Content-Type header must be application/json.");

    public static readonly ErrorResponse TooManyRequests =
        new(StatusCodes.Status429TooManyRequests, "Too many requests in this second.") { RetryAfterSeconds = 1 };

    // The responses below belong to the control API, which is the emulator's own.
    public static readonly ErrorResponse NoSuchControl = new(StatusCodes.Status404NotFound, "No such path in the control API. docs/emulator.md lists them.");
    public static readonly ErrorResponse NoSuchMessage =
        new(StatusCodes.Status404NotFound, "No message with this id is kept. It may have been dropped or cleared.");
    public static readonly ErrorResponse NoSuchFault = new(StatusCodes.Status404NotFound, "No fault with this id is switched on. It may have been used up.");
    public static readonly ErrorResponse NoSuchWebhook = new(StatusCodes.Status404NotFound, "No webhook with this id is kept.");
    public static readonly ErrorResponse NoSuchAccount = new(StatusCodes.Status404NotFound, "No account has this name. PUT creates one.");
    public static readonly ErrorResponse ForeignHost = new(
        StatusCodes.Status403Forbidden,
        "The Host header does not name the address that the emulator listens on. Use that address, or allow the name: --allow-host, or AllowedHosts in code.");
    public static readonly ErrorResponse ForeignPage = new(StatusCodes.Status403Forbidden, "In a browser, only the emulator's own page can make this request.");

    /// <summary>How long to wait, for the header <c>Retry-After</c>. Null leaves the header out.</summary>
    public int? RetryAfterSeconds { get; init; }

    public static ErrorResponse CreateWrongType(string field, string expected) => CreateBadRequest($"The {field} field must be {expected}.");

    /// <summary>Creates the response to a request that ended in an unexpected exception. It leaves out the exception's message, which could repeat parts of the request.</summary>
    public static ErrorResponse CreateFailure(Exception exception) => new(
        StatusCodes.Status500InternalServerError,
        $"The emulator itself failed: {exception.GetType()}. This is an error in the emulator, not one that Trackly returns. "
        + "For the stack trace, see the console of trackly-emulator, or set TracklyEmulatorOptions.OnFailure in code.");

    public static ErrorResponse CreateBadRequest(string error) => new(StatusCodes.Status400BadRequest, error);

    public override ErrorResponse FindError() => this;

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

    private static ErrorResponse CreateDocumented(string code) => DocumentedErrors.Find(code) is var (status, message)
        ? new(status, message, code)
        : throw new ArgumentException($"{code} is not documented.", nameof(code));
}
