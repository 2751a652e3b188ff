using Trackly.Sdk.Streams;

namespace Trackly.Sdk;

/// <summary>Extension methods of <see cref="ITracklyClient"/>.</summary>
public static class TracklyClientExtensions
{
    /// <summary>Sends any number of messages from a sequence; see <see cref="ITracklyClient.SendManyAsync"/>.</summary>
    /// <param name="client">The client.</param>
    /// <param name="requests">The messages. They are read one by one, on threads other than the caller's.</param>
    /// <param name="options">How to send them. Null, the default, means every default.</param>
    /// <param name="cancellationToken">Ends the stream at once; every message that was started has a result.</param>
    /// <returns>One result for each message, as it becomes known.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    public static IAsyncEnumerable<SendResult> SendManyAsync(
        this ITracklyClient client, IEnumerable<SendRequest> requests, SendManyOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(requests);
        return client.SendManyAsync(new SequenceReader(requests), options, cancellationToken);
    }
}
