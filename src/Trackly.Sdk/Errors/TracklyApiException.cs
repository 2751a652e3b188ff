using System.Net;

namespace Trackly.Sdk;

/// <summary>
/// Trackly answered with an error. Derived types name the errors that code wants to tell apart; this type itself stands for the rest, such as a status
/// that is not documented or <c>success: false</c> without a known code.
/// </summary>
public class TracklyApiException : TracklyException
{
    /// <summary>Makes the exception, for instance in a test of your own code. <see cref="Create"/> chooses the type by code and status.</summary>
    /// <param name="response">What Trackly said.</param>
    /// <param name="outcome">What became of the message. Null means what the client would say after one attempt with this answer.</param>
    /// <param name="attempts">The attempts made. Null means none.</param>
    public TracklyApiException(TracklyErrorResponse response, SendOutcome? outcome = null, IReadOnlyList<SendAttempt>? attempts = null)
        : base(ErrorSentence.Of(response, outcome ?? UsualOutcomeOf(response)), outcome ?? UsualOutcomeOf(response), attempts, innerException: null)
    {
        Response = response;
    }

    /// <summary>What Trackly said, whole.</summary>
    public TracklyErrorResponse Response { get; }

    /// <summary>The HTTP status code.</summary>
    public HttpStatusCode StatusCode => Response.StatusCode;

    /// <summary>The machine-readable code. Null when Trackly sent none.</summary>
    public TracklyErrorCode? ErrorCode => Response.ErrorCode;

    /// <summary>Trackly's text as it came: it may echo a phone number, which <see cref="Exception.Message"/> masks. Null when there was no readable envelope.</summary>
    public string? ErrorMessage => Response.ErrorMessage;

    /// <summary>Trackly's extra text as it came: it may echo a phone number. Null when there was none.</summary>
    public string? Detail => Response.Detail;

    /// <summary>How long the server asked to wait before the next try. Null when it did not ask.</summary>
    public TimeSpan? RetryAfter => Response.RetryAfter;

    /// <summary>The start of the answer as text, 64 KB at most. Null when it was empty.</summary>
    public string? ResponseBody => Response.ResponseBody;

    /// <summary>Makes the exception of the type that stands for an answer: by its code first, by its status second.</summary>
    /// <param name="response">What Trackly said.</param>
    /// <param name="outcome">What became of the message. Null means what the client would say after one attempt with this answer.</param>
    /// <param name="attempts">The attempts made. Null means none.</param>
    /// <returns>An exception that is ready to be thrown.</returns>
    public static TracklyApiException Create(
        TracklyErrorResponse response, SendOutcome? outcome = null, IReadOnlyList<SendAttempt>? attempts = null)
    {
        var became = outcome ?? UsualOutcomeOf(response);
        return (response.ErrorCode?.Value, (int)response.StatusCode) switch
        {
            ("list_not_found", _) => new TracklyListNotFoundException(response, became, attempts),
            ("webhook_not_configured", _) => new TracklyWebhookNotConfiguredException(response, became, attempts),
            ("missing_to" or "missing_list_number" or "missing_body" or "invalid_phone" or "invalid_list_number", _) =>
                new TracklyInvalidRequestException(response, became, attempts),
            ("missing_api_key" or "invalid_api_key" or "unauthorized", _) => new TracklyAuthenticationException(response, became, attempts),
            ("payload_too_large", _) => new TracklyPayloadTooLargeException(response, became, attempts),
            (_, 400) => new TracklyInvalidRequestException(response, became, attempts),
            (_, 401) => new TracklyAuthenticationException(response, became, attempts),
            (_, 403) => new TracklyPermissionException(response, became, attempts),
            (_, 413) => new TracklyPayloadTooLargeException(response, became, attempts),
            (_, 429) => new TracklyRateLimitException(response, became, attempts),
            (_, >= 500) => new TracklyServerException(response, became, attempts),
            _ => new TracklyApiException(response, became, attempts),
        };
    }

    private static SendOutcome UsualOutcomeOf(TracklyErrorResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return response.UsualOutcome;
    }
}
