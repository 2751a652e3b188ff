using System.Threading.Channels;
using Trackly.Sdk;

namespace Worker;

/// <summary>Sends what stands in the queue, one after the other, and acts by outcome. Whatever enters the queue is settled, at a stop too.</summary>
internal sealed class Sender(Channel<SendRequest> queue, Channel<Settlement> settlements, ITracklyClient trackly) : BackgroundService
{
    private const int MostRounds = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly Dictionary<SendRequest, int> _rounds = new(ReferenceEqualityComparer.Instance);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
                await HandleAsync(await queue.Reader.ReadAsync(stoppingToken), stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // A stop that came in a wait is a stop like any other.
        }
        finally
        {
            queue.Writer.TryComplete();
            while (queue.Reader.TryRead(out var message))
                Settle(message, Fate.Left, "the service stopped before its turn");
            settlements.Writer.TryComplete();
        }
    }

    private async Task HandleAsync(SendRequest message, CancellationToken stoppingToken)
    {
        try
        {
            // Not cancelled by a stop: a message whose answer nobody waits for may be queued or not.
            var sent = await trackly.SendAsync(message, CancellationToken.None);
            Settle(message, Fate.Queued, sent.MessageId);
        }
        catch (TracklyValidationException faulty)
        {
            Settle(message, Fate.Dropped, faulty.Message);
        }
        catch (TracklyException failure) when (failure.Outcome == SendOutcome.NotSent)
        {
            await RequeueAsync(message, failure, stoppingToken);
        }
        catch (TracklyException failure)
        {
            Settle(message, failure.Outcome == SendOutcome.Rejected ? Fate.Dropped : Fate.Parked, failure.Message);
        }
    }

    private async Task RequeueAsync(SendRequest message, TracklyException failure, CancellationToken stoppingToken)
    {
        var round = _rounds[message] = _rounds.GetValueOrDefault(message, 0) + 1;
        if (round == MostRounds || !queue.Writer.TryWrite(message))
            Settle(message, Fate.GivenUp, failure.Message);
        else
            await Task.Delay((failure as TracklyApiException)?.RetryAfter ?? Pause, stoppingToken); // the others would not get through either
    }

    private void Settle(SendRequest message, Fate fate, string why)
    {
        _rounds.Remove(message);
        settlements.Writer.TryWrite(new Settlement(message, fate, why));
    }
}
