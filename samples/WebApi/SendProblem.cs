using System.Globalization;
using Trackly.Sdk;

namespace WebApi;

/// <summary>Says to the caller of this API what became of a message, as problem details.</summary>
internal static class SendProblem
{
    /// <summary>The problem type that a caller must not answer by repeating the request.</summary>
    public const string MayBeQueued = "urn:example:message-may-be-queued";

    public static IResult Of(TracklyException failure, HttpResponse response) => failure switch
    {
        TracklyValidationException faulty => Results.ValidationProblem(
            faulty.Errors.GroupBy(error => error.Field, error => error.Message).ToDictionary(field => field.Key, field => field.ToArray())),
        { Outcome: SendOutcome.Unknown } => Results.Problem(
            "The message may have been queued. Do not repeat the request blindly: the recipient may be texted twice.",
            statusCode: StatusCodes.Status502BadGateway, title: "The outcome is not known", type: MayBeQueued),
        { Outcome: SendOutcome.NotSent } => ComeBack((failure as TracklyApiException)?.RetryAfter, response),
        TracklyInvalidRequestException { ErrorCode: { } code } when FieldOf(code) is { } field =>
            Fault(field, failure.Message, StatusCodes.Status400BadRequest),
        TracklyInvalidRequestException => Results.Problem(failure.Message, statusCode: StatusCodes.Status400BadRequest),
        TracklyPayloadTooLargeException => Results.Problem(failure.Message, statusCode: StatusCodes.Status413PayloadTooLarge),
        TracklyListNotFoundException => Fault("list_number", "list_number is not a list of this service.", StatusCodes.Status422UnprocessableEntity),
        TracklyWebhookNotConfiguredException => Fault("list_number", "list_number cannot send yet.", StatusCodes.Status422UnprocessableEntity),

        // A wrong key, a suspended account, a wrong address: ours to mend, and never a 401 to a caller who did nothing wrong.
        _ => Results.Problem(
            "Nothing is queued. This service cannot send at the moment.",
            statusCode: StatusCodes.Status502BadGateway, title: "The SMS account refuses"),
    };

    private static IResult ComeBack(TimeSpan? retryAfter, HttpResponse response)
    {
        if (retryAfter is { } wait)
            response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return Results.Problem(
            "Nothing is queued. The same request may be sent again later.", statusCode: StatusCodes.Status503ServiceUnavailable, title: "Not sent");
    }

    private static IResult Fault(string field, string message, int status) =>
        Results.ValidationProblem(new Dictionary<string, string[]> { [field] = [message] }, statusCode: status);

    private static string? FieldOf(TracklyErrorCode code) => code.Value switch
    {
        "missing_to" or "invalid_phone" => "to",
        "missing_list_number" or "invalid_list_number" => "list_number",
        "missing_body" => "body",
        _ => null,
    };
}
