using System.Net;

namespace Trackly.Sdk;

/// <summary>
/// Trackly responded with success, but the response cannot be read: it is not JSON, has no message id, is cut short or too large. The message is most likely queued, so it
/// is never retried; <see cref="TracklyException.Outcome"/> is <see cref="SendOutcome.Unknown"/>.
/// </summary>
public sealed class TracklyResponseException : TracklyException
{
    /// <summary>Creates the exception, for instance in a test of your own code.</summary>
    /// <param name="message">The sentence a developer reads.</param>
    /// <param name="statusCode">The HTTP status code of the response.</param>
    /// <param name="responseBody">The start of the response body. Null, the default, means that nothing of it arrived.</param>
    /// <param name="details">The attempts and the reason why the response cannot be read. Null, the default, means that none is known.</param>
    public TracklyResponseException(string message, HttpStatusCode statusCode, string? responseBody = null, TracklyFailureDetails? details = null)
        : base(message, SendOutcome.Unknown, details)
    {
        StatusCode = statusCode;
        ResponseBody = responseBody;
    }

    /// <summary>Gets the HTTP status code of the response.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>Gets the start of the response body, 64 KB at most. Null when nothing of it arrived. It is kept out of <see cref="Exception.Message"/>.</summary>
    public string? ResponseBody { get; }
}
