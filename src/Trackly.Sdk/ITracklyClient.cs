namespace Trackly.Sdk;

/// <summary>Sends SMS messages through Trackly. Safe to use from many threads at once; made once and kept.</summary>
public interface ITracklyClient
{
    /// <summary>
    /// Sends one message. It is checked first; then it is tried as often as <see cref="TracklyClientOptions.Retry"/> permits, and never again once it may
    /// have been queued, unless that option says so.
    /// </summary>
    /// <param name="request">The message.</param>
    /// <param name="cancellationToken">Ends the call at once, in a wait between two attempts too.</param>
    /// <returns>Trackly's answer: the message is queued.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    /// <exception cref="TracklyValidationException">The request is faulty; no byte was sent.</exception>
    /// <exception cref="TracklyRecipientBlockedException"><see cref="TracklyClientOptions.RecipientPolicy"/> does not let the client text the recipient.</exception>
    /// <exception cref="TracklyApiException">Trackly answered with an error; derived types tell which.</exception>
    /// <exception cref="TracklyConnectionException">No answer arrived, or none in time: <see cref="TracklyTimeoutException"/>.</exception>
    /// <exception cref="TracklyResponseException">Trackly accepted the message with an answer that cannot be read.</exception>
    /// <exception cref="TracklyCanceledException">The caller cancelled; says whether the message had started to leave.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    Task<SendResponse> SendAsync(SendRequest request, CancellationToken cancellationToken = default);
}
