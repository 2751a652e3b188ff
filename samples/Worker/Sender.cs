using System.Threading.Channels;
using Trackly.Sdk;

namespace Worker;

/// <summary>Sends the messages in the queue one by one and acts on each outcome. Every message in the queue gets a result, even when the service stops.</summary>
internal sealed class Sender(Channel<SendRequest> queue, Channel<ProcessedMessage> results, ITracklyClient trackly) : BackgroundService
{
    private const int MaxRounds = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly Dictionary<SendRequest, int> _rounds = new(ReferenceEqualityComparer.Instance);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
                await ProcessAsync(await queue.Reader.ReadAsync(stoppingToken), stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service was stopped while it waited.
        }
        finally
        {
            queue.Writer.TryComplete();
            while (queue.Reader.TryRead(out var message))
                Complete(message, MessageOutcome.NotProcessed, "the service stopped before it was sent");
            results.Writer.TryComplete();
        }
    }

    private async Task ProcessAsync(SendRequest message, CancellationToken stoppingToken)
    {
        try
        {
            // Not canceled when the service stops: without the response, nobody would know whether the message is queued.
            var sent = await trackly.SendAsync(message, CancellationToken.None);
            Complete(message, MessageOutcome.Queued, sent.MessageId);
        }
        catch (TracklyValidationException exception)
        {
            Complete(message, MessageOutcome.Dropped, exception.Message);
        }
        catch (TracklyException exception) when (exception.Outcome == SendOutcome.NotSent)
        {
            await RequeueAsync(message, exception, stoppingToken);
        }
        catch (TracklyException exception)
        {
            Complete(message, exception.Outcome == SendOutcome.Rejected ? MessageOutcome.Dropped : MessageOutcome.Parked, exception.Message);
        }
    }

    private async Task RequeueAsync(SendRequest message, TracklyException exception, CancellationToken stoppingToken)
    {
        var round = _rounds[message] = _rounds.GetValueOrDefault(message, 0) + 1;
        if (round == MaxRounds || !queue.Writer.TryWrite(message))
            Complete(message, MessageOutcome.GivenUp, exception.Message);
        else
            await Task.Delay((exception as TracklyApiException)?.RetryAfter ?? Pause, stoppingToken); // the next messages would fail the same way
    }

    private void Complete(SendRequest message, MessageOutcome outcome, string reason)
    {
        _rounds.Remove(message);
        results.Writer.TryWrite(new ProcessedMessage(message, outcome, reason));
    }
}
