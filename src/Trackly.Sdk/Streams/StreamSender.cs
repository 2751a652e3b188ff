using System.Net;

namespace Trackly.Sdk.Streams;

/// <summary>Sends one message of a stream and says what became of it. It never throws.</summary>
internal static class StreamSender
{
    private const HttpStatusCode TooManyRequests = (HttpStatusCode)429;

    private static readonly TimeSpan DefaultPause = TimeSpan.FromSeconds(1);

    public static async Task<SendResult> SendAsync(StreamClient client, StreamMessage message, CancellationToken cancellationToken)
    {
        var request = message.Request;
        try
        {
            var response = await client.SendAsync(request, SlowDown, cancellationToken).ConfigureAwait(false);
            return new SendResult(message.Index, request, SendOutcome.Accepted) { Response = response };
        }
        catch (Exception exception)
        {
            if (exception is TracklyRateLimitException limit)
                client.Pacer.Pause(request.ListNumber, limit.RetryAfter ?? DefaultPause);
            return new SendResult(message.Index, request, GetOutcome(exception)) { Failure = exception };
        }

        // One response that asks to slow down holds for every message of the list.
        void SlowDown(SendAttempt attempt, TimeSpan wait)
        {
            if (attempt.StatusCode == TooManyRequests)
                client.Pacer.Pause(request.ListNumber, wait);
        }
    }

    /// <summary>Creates the result of a message that was taken from the source and not sent, because the stream ended.</summary>
    /// <param name="message">The message.</param>
    /// <param name="reason">Why the stream ended. Null when the caller canceled it.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public static SendResult CreateNotSent(StreamMessage message, Exception? reason, CancellationToken cancellationToken) =>
        new(message.Index, message.Request, SendOutcome.NotSent)
        {
            Failure = new TracklyCanceledException(new TracklyFailureDetails { Outcome = SendOutcome.NotSent, InnerException = reason }, cancellationToken),
        };

    private static SendOutcome GetOutcome(Exception exception) => exception switch
    {
        ITracklyFailure failure => failure.Outcome,
        // The client was disposed before the call.
        ObjectDisposedException => SendOutcome.NotSent,
        _ => SendOutcome.Unknown,
    };
}
