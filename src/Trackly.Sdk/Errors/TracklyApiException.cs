using System.Net;

namespace Trackly.Sdk;

/// <summary>
/// Trackly responded with an error. Derived types name the errors that code needs to tell apart; this type itself is for the rest, such as a status that is not
/// documented or <c>success: false</c> without a known code.
/// </summary>
public class TracklyApiException : TracklyException
{
    /// <summary>Creates the exception, for instance in a test of your own code. <see cref="Create"/> chooses the type by code and status.</summary>
    /// <param name="response">The error response.</param>
    /// <param name="details">The outcome and the attempts. Null, the default, means the outcome that follows from the response, and no attempt.</param>
    public TracklyApiException(TracklyErrorResponse response, TracklyFailureDetails? details = null)
        : base(Describe(response, details), response.UsualOutcome, details)
    {
        Response = response;
    }

    /// <summary>Gets the whole error response.</summary>
    public TracklyErrorResponse Response { get; }

    /// <summary>Gets the HTTP status code.</summary>
    public HttpStatusCode StatusCode => Response.StatusCode;

    /// <summary>Gets the machine-readable code. Null when Trackly sent none.</summary>
    public TracklyErrorCode? ErrorCode => Response.ErrorCode;

    /// <summary>
    /// Gets Trackly's own words as they came. They may repeat a phone number and are not part of <see cref="Exception.Message"/>, unless
    /// <see cref="TracklyClientOptions.IncludeErrorText"/> is set. Null when there was no readable envelope.
    /// </summary>
    public string? ErrorMessage => Response.ErrorMessage;

    /// <summary>Gets Trackly's additional words as they came: they may repeat a phone number. Null when there were none.</summary>
    public string? Detail => Response.Detail;

    /// <summary>Gets how long the server asked to wait before the next attempt. Null when it did not ask.</summary>
    public TimeSpan? RetryAfter => Response.RetryAfter;

    /// <summary>Gets the start of the response body, 64 KB at most. Null when it was empty.</summary>
    public string? ResponseBody => Response.ResponseBody;

    /// <summary>Creates the exception of the type that fits a response: by its code first, by its status second.</summary>
    /// <param name="response">The error response.</param>
    /// <param name="details">The outcome and the attempts. Null, the default, means the outcome that follows from the response, and no attempt.</param>
    /// <returns>An exception that is ready to be thrown.</returns>
    public static TracklyApiException Create(TracklyErrorResponse response, TracklyFailureDetails? details = null)
    {
        ArgumentNullException.ThrowIfNull(response);
        return ErrorCatalog.Find(response.ErrorCode?.Value, (int)response.StatusCode).Kind switch
        {
            ApiErrorKind.Authentication => new TracklyAuthenticationException(response, details),
            ApiErrorKind.InvalidRequest => new TracklyInvalidRequestException(response, details),
            ApiErrorKind.ListNotFound => new TracklyListNotFoundException(response, details),
            ApiErrorKind.PayloadTooLarge => new TracklyPayloadTooLargeException(response, details),
            ApiErrorKind.Permission => new TracklyPermissionException(response, details),
            ApiErrorKind.RateLimit => new TracklyRateLimitException(response, details),
            ApiErrorKind.Server => new TracklyServerException(response, details),
            ApiErrorKind.WebhookNotConfigured => new TracklyWebhookNotConfiguredException(response, details),
            _ => new TracklyApiException(response, details),
        };
    }

    private static string Describe(TracklyErrorResponse response, TracklyFailureDetails? details)
    {
        ArgumentNullException.ThrowIfNull(response);
        var known = details ?? new TracklyFailureDetails();
        return ApiErrorMessage.Format(response, known.Outcome ?? response.UsualOutcome, known.Advice, known.IncludeErrorText);
    }
}
