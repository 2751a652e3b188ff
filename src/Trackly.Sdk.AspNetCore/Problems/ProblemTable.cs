using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Trackly.Sdk.AspNetCore;

/// <summary>One row for each kind of failure: the status and the words for the caller of the API that wanted to send.</summary>
internal static class ProblemTable
{
    public static ProblemDetails Create(TracklyException exception) => exception switch
    {
        TracklyValidationException invalid => CreateValidationProblem(invalid.Errors),
        TracklyRecipientBlockedException => CreateFieldProblem(
            "to", "to is a number that this service must not text.", StatusCodes.Status422UnprocessableEntity),
        { Outcome: SendOutcome.Unknown } => CreateProblem(
            StatusCodes.Status502BadGateway, "The outcome is not known",
            "The message may have been queued. Do not repeat the request without checking: the recipient may get the message twice.",
            TracklyProblemDetailsExtensions.MessageMayBeQueuedType),
        { Outcome: SendOutcome.NotSent } => CreateProblem(
            StatusCodes.Status503ServiceUnavailable, "Not sent", "Nothing is queued. The same request may be sent again later."),
        TracklyInvalidRequestException refused => CreateFromCode(refused.ErrorCode?.Value),
        TracklyPayloadTooLargeException => CreateProblem(
            StatusCodes.Status413PayloadTooLarge, "Too large", "Nothing is queued. Trackly takes requests of up to 5 MB, metadata included."),
        TracklyListNotFoundException => CreateFieldProblem(
            "list_number", "list_number is not a sending list of this service.", StatusCodes.Status422UnprocessableEntity),
        TracklyWebhookNotConfiguredException => CreateFieldProblem(
            "list_number", "list_number is a sending list that cannot send yet.", StatusCodes.Status422UnprocessableEntity),

        // A wrong key, a suspended account, a wrong address: a fault of this service, not of its caller.
        _ => CreateProblem(
            StatusCodes.Status502BadGateway, "The SMS account was refused", "Nothing is queued. This service cannot send at the moment."),
    };

    private static HttpValidationProblemDetails CreateValidationProblem(IEnumerable<TracklyValidationError> errors)
    {
        var messages = errors.GroupBy(static error => error.Field, static error => error.Message);
        return new HttpValidationProblemDetails(messages.ToDictionary(static field => field.Key, static field => field.ToArray()))
        {
            Status = StatusCodes.Status400BadRequest,
        };
    }

    private static ProblemDetails CreateFromCode(string? code) => code switch
    {
        "missing_to" => CreateFieldProblem("to", "to is missing."),
        "invalid_phone" => CreateFieldProblem("to", "to is not a phone number that Trackly accepts."),
        "missing_list_number" => CreateFieldProblem("list_number", "list_number is missing."),
        "invalid_list_number" => CreateFieldProblem("list_number", "list_number is not a phone number that Trackly accepts."),
        "missing_body" => CreateFieldProblem("body", "body is missing."),
        _ => CreateProblem(StatusCodes.Status400BadRequest, "The request was refused", "Nothing is queued. Trackly refused the request."),
    };

    private static HttpValidationProblemDetails CreateFieldProblem(string field, string message, int status = StatusCodes.Status400BadRequest) =>
        new(new Dictionary<string, string[]> { [field] = [message] }) { Status = status };

    private static ProblemDetails CreateProblem(int status, string title, string detail, string? type = null) =>
        new() { Status = status, Title = title, Detail = detail, Type = type };
}
