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
    /// Sends 1 to 1,000 messages in one request. Trackly checks them one by one and queues the valid ones even when it refuses others. The response has no message ids:
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

    /// <summary>
    /// Sends any number of messages, one request each and several at once, and returns the result of each as it becomes known. Reading the source keeps pace with reading
    /// the results, and with what a list can carry. A message that fails is a result, not an exception. The results can be enumerated once.
    /// </summary>
    /// <param name="requests">The messages. They are read one by one, on other threads than the caller's.</param>
    /// <param name="options">How to send them. Null, the default, means every default.</param>
    /// <param name="cancellationToken">Ends the stream at once, messages in progress too: each message that was taken from the source still has its result.</param>
    /// <returns>
    /// One result for each message that was taken from the source. After the last, the enumeration throws what ended the stream early: what the source threw,
    /// <see cref="OperationCanceledException"/>, or <see cref="TracklyAuthenticationException"/>, <see cref="TracklyPermissionException"/> or
    /// <see cref="ObjectDisposedException"/>, because every further message would fail in the same way. Leaving the enumeration before its end cancels the messages in progress.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="requests"/> is null.</exception>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed before the call.</exception>
    IAsyncEnumerable<SendResult> SendManyAsync(IAsyncEnumerable<SendRequest> requests, SendManyOptions? options = null, CancellationToken cancellationToken = default);
}
