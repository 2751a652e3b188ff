namespace Trackly.Sdk;

/// <summary>Sends SMS messages through Trackly. Safe to use from many threads at once: create one and keep it.</summary>
public interface ITracklyClient
{
    /// <summary>
    /// Sends one message. The client validates it first, then makes as many attempts as <see cref="TracklyClientOptions.Retry"/> permits. Once the message may have
    /// been queued, it makes another attempt only if that option says so.
    /// </summary>
    /// <param name="request">The message.</param>
    /// <param name="cancellationToken">Ends the call at once, also in a wait between two attempts.</param>
    /// <returns>Trackly's response: the message is queued.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    /// <exception cref="TracklyValidationException">The request is invalid; no byte was sent.</exception>
    /// <exception cref="TracklyRecipientBlockedException"><see cref="TracklyClientOptions.RecipientPolicy"/> does not allow the recipient.</exception>
    /// <exception cref="TracklyApiException">Trackly responded with an error; derived types tell which.</exception>
    /// <exception cref="TracklyConnectionException">No response arrived, or none in time: <see cref="TracklyTimeoutException"/>.</exception>
    /// <exception cref="TracklyResponseException">Trackly accepted the message with a response that cannot be read.</exception>
    /// <exception cref="TracklyCanceledException">The caller canceled; says whether the message had started to leave.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed before the call.</exception>
    Task<SendResponse> SendAsync(SendRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sends one message with options of its own.</summary>
    /// <param name="request">The message.</param>
    /// <param name="options">The options of this call; what they leave out is taken from the client.</param>
    /// <param name="cancellationToken">Ends the call at once, also in a wait between two attempts.</param>
    /// <returns>Trackly's response: the message is queued.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    /// <exception cref="TracklyException">The message was not accepted; see <see cref="SendAsync(SendRequest, CancellationToken)"/> for the types.</exception>
    /// <exception cref="TracklyCanceledException">The caller canceled; says whether the message had started to leave.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed before the call.</exception>
    Task<SendResponse> SendAsync(SendRequest request, TracklyRequestOptions options, CancellationToken cancellationToken = default);

    /// <summary>
    /// Sends one message without some checks of the platform: the duplicate check, the rate limit of the list, opt-outs and block lists, or journeys, each only if
    /// the request says so. Everything else is as in <see cref="SendAsync(SendRequest, CancellationToken)"/>.
    /// </summary>
    /// <param name="request">The message and the checks to skip.</param>
    /// <param name="cancellationToken">Ends the call at once, also in a wait between two attempts.</param>
    /// <returns>Trackly's response: the message is queued.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    /// <exception cref="TracklyException">The message was not accepted; see <see cref="SendAsync(SendRequest, CancellationToken)"/> for the types.</exception>
    /// <exception cref="TracklyCanceledException">The caller canceled; says whether the message had started to leave.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed before the call.</exception>
    Task<SendResponse> SendRawAsync(SendRawRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sends one message without some checks of the platform, with options of its own.</summary>
    /// <param name="request">The message and the checks to skip.</param>
    /// <param name="options">The options of this call; what they leave out is taken from the client.</param>
    /// <param name="cancellationToken">Ends the call at once, also in a wait between two attempts.</param>
    /// <returns>Trackly's response: the message is queued.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    /// <exception cref="TracklyException">The message was not accepted; see <see cref="SendAsync(SendRequest, CancellationToken)"/> for the types.</exception>
    /// <exception cref="TracklyCanceledException">The caller canceled; says whether the message had started to leave.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed before the call.</exception>
    Task<SendResponse> SendRawAsync(SendRawRequest request, TracklyRequestOptions options, CancellationToken cancellationToken = default);

    /// <summary>
    /// Sends 1 to 1,000 messages in one request. Trackly checks them one by one and queues the good ones even when it refuses others. The response has no message ids:
    /// <c>SendManyAsync</c> sends any number of messages and returns the id of each.
    /// </summary>
    /// <param name="requests">The messages, none with metadata. If one is invalid, or its recipient is blocked, none is sent.</param>
    /// <param name="cancellationToken">Ends the call at once, also in a wait between two attempts.</param>
    /// <returns>One result for each message, in order. What Trackly's response does not say for certain is <see cref="SendOutcome.Unknown"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="requests"/> is null.</exception>
    /// <exception cref="TracklyException">The call failed as a whole; see <see cref="SendAsync(SendRequest, CancellationToken)"/> for the types.</exception>
    /// <exception cref="TracklyCanceledException">The caller canceled; says whether the messages had started to leave.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed before the call.</exception>
    Task<BulkSendResponse> SendBulkAsync(IReadOnlyList<SendRequest> requests, CancellationToken cancellationToken = default);

    /// <summary>Sends 1 to 1,000 messages in one request, with options of its own.</summary>
    /// <param name="requests">The messages, none with metadata. If one is invalid, or its recipient is blocked, none is sent.</param>
    /// <param name="options">The options of this call; what they leave out is taken from the client.</param>
    /// <param name="cancellationToken">Ends the call at once, also in a wait between two attempts.</param>
    /// <returns>One result for each message, in order. What Trackly's response does not say for certain is <see cref="SendOutcome.Unknown"/>.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    /// <exception cref="TracklyException">The call failed as a whole; see <see cref="SendAsync(SendRequest, CancellationToken)"/> for the types.</exception>
    /// <exception cref="TracklyCanceledException">The caller canceled; says whether the messages had started to leave.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed before the call.</exception>
    Task<BulkSendResponse> SendBulkAsync(IReadOnlyList<SendRequest> requests, TracklyRequestOptions options, CancellationToken cancellationToken = default);
}
