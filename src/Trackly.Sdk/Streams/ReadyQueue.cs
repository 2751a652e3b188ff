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
    private readonly SemaphoreSlim _places = new(MaxWaiting);
    private readonly object _lock = new();

    /// <summary>How many messages were put back without a place, since all were taken: the next places that are freed are theirs.</summary>
    private int _debt;

    /// <summary>The messages that have no result yet, those that are being added, and one for the source.</summary>
    private int _unfinished = 1;

    public ChannelReader<StreamMessage> Reader => _ready.Reader;

    /// <summary>Adds a message when its list lets it start. Returns earlier, unless too many messages wait already.</summary>
    public async ValueTask AddAsync(StreamMessage message)
    {
        Interlocked.Increment(ref _unfinished);
        var pace = WaitForPaceAsync(message);
        if (pace.IsCompleted && Volatile.Read(ref _debt) == 0)
        {
            await MakeReadyAsync(message, await pace.ConfigureAwait(false)).ConfigureAwait(false);
            return;
        }

        await _places.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        _ = AddLaterAsync(message, pace);
    }

    /// <summary>
    /// Puts back a message that became ready before its list was paused, or so long ago that others have started in its place: after a break, a caller would start all such
    /// messages at once. Returns false when the message may start.
    /// </summary>
    public bool TryPutBack(StreamMessage message)
    {
        if (!pacer.IsPaused(GetList(message)) && !HasLostItsTurn(message))
            return false;
        var pace = WaitForPaceAsync(message);
        if (pace.IsCompleted)
            return false;
        TakePlace();
        _ = AddLaterAsync(message, pace);
        return true;
    }

    /// <summary>Records that a message has its result, or that the source has ended.</summary>
    public void Finish()
    {
        if (Interlocked.Decrement(ref _unfinished) == 0)
            _ready.Writer.TryComplete();
    }

    public void Dispose() => _places.Dispose();

    private static string GetList(StreamMessage message) => message.Request.ListNumber ?? "";

    /// <summary>Takes a place without waiting for it: a worker that waits sends nothing.</summary>
    private void TakePlace()
    {
        lock (_lock)
        {
            if (!_places.Wait(0))
                _debt++;
        }
    }

    private void FreePlace()
    {
        lock (_lock)
        {
            if (_debt > 0)
                _debt--;
            else
                _places.Release();
        }
    }

    private async Task AddLaterAsync(StreamMessage message, ValueTask<long> pace)
    {
        Interlocked.Increment(ref _unfinished);
        RequestMetrics.CountWaiting(1);
        var readyAt = await pace.ConfigureAwait(false);
        RequestMetrics.CountWaiting(-1);
        await MakeReadyAsync(message, readyAt).ConfigureAwait(false);
        FreePlace();
        Finish();
    }

    private ValueTask MakeReadyAsync(StreamMessage message, long readyAt) => _ready.Writer.WriteAsync(message with { ReadyAt = readyAt }, CancellationToken.None);

    private bool HasLostItsTurn(StreamMessage message) =>
        settings.MaxPerMinutePerList is { } perMinute && pacer.Clock.GetElapsedTime(message.ReadyAt) >= ListPace.GetHoldTime(perMinute);

    /// <summary>Waits until the list of a message lets it start, and returns since when, as a timestamp.</summary>
    private async ValueTask<long> WaitForPaceAsync(StreamMessage message)
    {
        try
        {
            await pacer.WaitAsync(GetList(message), settings.MaxPerMinutePerList, stopping).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The stream stops, or the wait failed: a worker says what became of the message.
        }

        return pacer.Clock.GetTimestamp();
    }
}
