using System.Net;

namespace Trackly.Sdk;

/// <summary>
/// Trackly answered with success, and the answer cannot be read: not JSON, no message id, cut short or too large. The message is most likely queued,
/// so it is never tried again; <see cref="TracklyException.Outcome"/> is <see cref="SendOutcome.Unknown"/>.
/// </summary>
public sealed class TracklyResponseException : TracklyException
{
    /// <summary>Makes the exception, for instance in a test of your own code.</summary>
    /// <param name="message">The sentence a developer reads.</param>
    /// <param name="statusCode">The HTTP status code of the answer.</param>
    /// <param name="responseBody">The start of the answer as text. Null means nothing of it arrived.</param>
    /// <param name="attempts">The attempts made. Null means none.</param>
    /// <param name="innerException">Why the answer cannot be read. Null means that it was complete and has no message id.</param>
    public TracklyResponseException(
        string message,
        HttpStatusCode statusCode,
        string? responseBody = null,
        IReadOnlyList<SendAttempt>? attempts = null,
        Exception? innerException = null)
        : base(message, SendOutcome.Unknown, attempts, innerException)
    {
        StatusCode = statusCode;
        ResponseBody = responseBody;
    }

    /// <summary>The HTTP status code of the answer.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>The start of the answer as text, 64 KB at most. Null when nothing of it arrived. It is kept out of <see cref="Exception.Message"/>.</summary>
    public string? ResponseBody { get; }
}
