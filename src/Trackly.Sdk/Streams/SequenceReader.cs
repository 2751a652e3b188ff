namespace Trackly.Sdk.Streams;

/// <summary>
/// Reads a synchronous sequence as an asynchronous one. A sequence that may block does so on a thread of the pool, so that a stream that stops can leave it behind.
/// </summary>
internal sealed class SequenceReader(IEnumerable<SendRequest> requests) : IAsyncEnumerable<SendRequest>
{
    public IAsyncEnumerator<SendRequest> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        new Enumerator(requests.GetEnumerator(), mayBlock: requests is not ICollection<SendRequest>);

    private sealed class Enumerator(IEnumerator<SendRequest> inner, bool mayBlock) : IAsyncEnumerator<SendRequest>
    {
        public SendRequest Current => inner.Current;

        public ValueTask<bool> MoveNextAsync() => mayBlock ? new(Task.Run(inner.MoveNext, CancellationToken.None)) : new(inner.MoveNext());

        public ValueTask DisposeAsync()
        {
            inner.Dispose();
            return default;
        }
    }
}
