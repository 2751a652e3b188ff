using System.Threading.Channels;
using Trackly.Sdk.Pipeline.Telemetry;

namespace Trackly.Sdk.Streams;

/// <summary>The messages of a stream that may start now. It is bounded, and ends when the source has ended and every message has a result.</summary>
/// <param name="pacer">The pace of each list.</param>
/// <param name="settings">The settings of the stream.</param>
/// <param name="stopping">Ends every wait: then all messages are ready, for the workers to say that they were not sent.</param>
internal sealed class ReadyQueue(ListPacer pacer, StreamSettings settings, CancellationToken stopping) : IDisposable
{
    /// <summary>How many messages may wait for their pace, so that a list that waits does not hold up another.</summary>
    private const int MaxWaiting = 1_000;

    private readonly Channel<StreamMessage> _ready = Channel.CreateBounded<StreamMessage>(settings.MaxConcurrency);
    private readonly SemaphoreSlim _waiting = new(MaxWaiting);

    /// <summary>The messages that have no result yet, those that are being added, and one for the source.</summary>
    private int _unfinished = 1;

    public ChannelReader<StreamMessage> Reader => _ready.Reader;

    /// <summary>Adds a message when its list lets it start. Returns earlier, unless too many messages wait already.</summary>
    public async ValueTask AddAsync(StreamMessage message)
    {
        Interlocked.Increment(ref _unfinished);
        var pace = WaitForPaceAsync(message);
        if (pace.IsCompleted)
        {
            await _ready.Writer.WriteAsync(message, CancellationToken.None).ConfigureAwait(false);
            return;
        }

        await _waiting.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        _ = AddLaterAsync(message, pace, _waiting);
    }

    /// <summary>Puts a message back whose list was paused after it had become ready. False when its list is not paused.</summary>
    public bool TryPutBack(StreamMessage message)
    {
        if (stopping.IsCancellationRequested || !pacer.IsPaused(GetList(message)))
            return false;
        _ = AddLaterAsync(message, WaitForPaceAsync(message), waiting: null);
        return true;
    }

    /// <summary>Records that a message has its result, or that the source has ended.</summary>
    public void Finish()
    {
        if (Interlocked.Decrement(ref _unfinished) == 0)
            _ready.Writer.TryComplete();
    }

    public void Dispose() => _waiting.Dispose();

    private static string GetList(StreamMessage message) => message.Request.ListNumber ?? "";

    private async Task AddLaterAsync(StreamMessage message, ValueTask pace, SemaphoreSlim? waiting)
    {
        Interlocked.Increment(ref _unfinished);
        RequestMetrics.CountWaiting(1);
        await pace.ConfigureAwait(false);
        RequestMetrics.CountWaiting(-1);
        await _ready.Writer.WriteAsync(message, CancellationToken.None).ConfigureAwait(false);
        waiting?.Release();
        Finish();
    }

    private async ValueTask WaitForPaceAsync(StreamMessage message)
    {
        try
        {
            await pacer.WaitAsync(GetList(message), settings.MaxPerMinutePerList, stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The stream stops: a worker says what became of the message.
        }
    }
}
