using System.Threading.Channels;

namespace Trackly.Sdk.Streams;

/// <summary>
/// One run of a stream: a reader takes messages from the source, workers send those that are ready, and the caller takes the results. Both queues are bounded, so that a
/// caller that stops reading stops the source.
/// </summary>
internal sealed class StreamRun : IDisposable
{
    private readonly StreamClient _client;
    private readonly StreamSettings _settings;
    private readonly CancellationToken _callerToken;
    private readonly CancellationToken _loopToken;
    private readonly CancellationTokenSource _sending;
    private readonly CancellationTokenSource _stopping;
    private readonly StreamCounts _counts;
    private readonly StreamEnd _end = new();
    private readonly ReadyQueue _ready;
    private readonly Channel<SendResult> _results;

    public StreamRun(StreamClient client, StreamSettings settings, CancellationToken callerToken, CancellationToken loopToken)
    {
        (_client, _settings, _callerToken, _loopToken) = (client, settings, callerToken, loopToken);
        _sending = CancellationTokenSource.CreateLinkedTokenSource(callerToken, loopToken);
        _stopping = CancellationTokenSource.CreateLinkedTokenSource(_sending.Token, client.Disposal);
        _counts = new StreamCounts(settings.Progress, client.Clock);
        _ready = new ReadyQueue(client.Pacer, settings, _stopping.Token);
        _results = Channel.CreateBounded<SendResult>(settings.MaxConcurrency);
    }

    /// <summary>Gets whether nothing more is to be sent. A cancellation ends the messages in flight, and runs what follows from that, before it reaches _stopping.</summary>
    private bool IsStopping => _stopping.IsCancellationRequested || _sending.IsCancellationRequested;

    /// <summary>Runs the stream and returns its results. If it ends early, throws why, after the last result.</summary>
    public async IAsyncEnumerable<SendResult> RunAsync(IAsyncEnumerable<SendRequest> source)
    {
        // On the thread pool: neither the source nor the workers run on the context of the caller.
        var run = Task.Run(() => SendAllAsync(source), CancellationToken.None);
        try
        {
            while (await _results.Reader.WaitToReadAsync(CancellationToken.None).ConfigureAwait(false))
            {
                while (_results.Reader.TryRead(out var result))
                    yield return result;
            }
        }
        finally
        {
            // A caller who leaves the loop cancels what is still being sent.
            if (_results.Writer.TryComplete())
                StreamEnd.Cancel(_sending);
            await run.ConfigureAwait(false);
            Dispose();
        }

        _end.ThrowIfSet();
    }

    public void Dispose()
    {
        _ready.Dispose();
        _stopping.Dispose();
        _sending.Dispose();
    }

    private async Task SendAllAsync(IAsyncEnumerable<SendRequest> source)
    {
        var observation = _client.StartObservation();
        try
        {
            var workers = Enumerable.Range(0, _settings.MaxConcurrency).Select(_ => SendReadyAsync()).ToArray();
            await ReadSourceAsync(source).ConfigureAwait(false);
            _ready.Finish();
            await Task.WhenAll(workers).ConfigureAwait(false);
            if (_sending.IsCancellationRequested)
                _end.Set(CreateCancellation());
        }
        finally
        {
            _counts.End();
            observation.End(_counts.Current, _end.Reason);
            _results.Writer.TryComplete();
        }
    }

    private async Task ReadSourceAsync(IAsyncEnumerable<SendRequest> source)
    {
        try
        {
            var reader = new SourceReader(source, _stopping.Token);
            await using (reader.ConfigureAwait(false))
            {
                for (var index = 0L; await ReadNextAsync(reader).ConfigureAwait(false); index++)
                {
                    if (reader.Current is not { } request)
                        throw new InvalidOperationException($"The message at index {index} of the source is null.");
                    _counts.Start();
                    await _ready.AddAsync(StreamMessage.Create(index, request)).ConfigureAwait(false);
                }
            }
        }
        catch (Exception exception)
        {
            // When all further messages would fail, the reason is set already.
            _end.Set(exception is not OperationCanceledException || !IsStopping ? exception
                : _sending.IsCancellationRequested ? CreateCancellation()
                : StreamEnd.CreateDisposed());
        }
    }

    private ValueTask<bool> ReadNextAsync(SourceReader reader)
    {
        _sending.Token.ThrowIfCancellationRequested();
        return reader.ReadAsync();
    }

    private async Task SendReadyAsync()
    {
        while (await _ready.Reader.WaitToReadAsync(CancellationToken.None).ConfigureAwait(false))
        {
            while (_ready.Reader.TryRead(out var message))
            {
                if (!_ready.TryPutBack(message))
                    await SendAsync(message).ConfigureAwait(false);
            }
        }
    }

    private async Task SendAsync(StreamMessage message)
    {
        var result = IsStopping
            ? StreamSender.CreateNotSent(message, _end.Reason, _callerToken)
            : await StreamSender.SendAsync(_client, message, _sending.Token).ConfigureAwait(false);
        if (result.Failure is { } failure && StreamEnd.IsForAll(failure))
        {
            _end.Set(failure);
            StreamEnd.Cancel(_stopping);
        }

        _counts.Finish(result.Outcome);
        // False when the caller has left the loop.
        while (!_results.Writer.TryWrite(result) && await _results.Writer.WaitToWriteAsync(CancellationToken.None).ConfigureAwait(false))
            continue;
        _ready.Finish();
    }

    private OperationCanceledException CreateCancellation() =>
        new("The stream was canceled. Each message that was started has its result.", _callerToken.IsCancellationRequested ? _callerToken : _loopToken);
}
