namespace Trackly.Sdk.Streams;

/// <summary>Reads the messages of a stream one by one. A source that ignores its token is left behind when the stream stops.</summary>
internal sealed class SourceReader(IAsyncEnumerable<SendRequest> source, CancellationToken stopping) : IAsyncDisposable
{
    private readonly IAsyncEnumerator<SendRequest> _enumerator = source.GetAsyncEnumerator(stopping);
    private Task<bool>? _pending;

    public SendRequest Current => _enumerator.Current;

    /// <summary>Moves to the next message. False at the end.</summary>
    /// <exception cref="OperationCanceledException">The stream stops.</exception>
    public async ValueTask<bool> ReadAsync()
    {
        stopping.ThrowIfCancellationRequested();
        var move = _enumerator.MoveNextAsync();
        if (move.IsCompleted)
            return await move.ConfigureAwait(false);
        _pending = move.AsTask();
        try
        {
            await _pending.WaitAsync(stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_pending.IsCompleted)
        {
            // The source was faster.
        }

        return await _pending.ConfigureAwait(false);
    }

    public ValueTask DisposeAsync()
    {
        if (_pending is null or { IsCompleted: true })
            return _enumerator.DisposeAsync();
        // An enumerator cannot be disposed while it moves.
        _ = DisposeLaterAsync(_pending);
        return default;
    }

    private async Task DisposeLaterAsync(Task<bool> pending)
    {
        try
        {
            await pending.ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The stream has ended: nobody is left who could get the exception.
        }

        try
        {
            await _enumerator.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception)
        {
            // See above.
        }
    }
}
