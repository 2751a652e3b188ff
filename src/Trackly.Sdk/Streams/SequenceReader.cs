namespace Trackly.Sdk.Streams;

/// <summary>Reads a synchronous sequence as an asynchronous one.</summary>
internal sealed class SequenceReader(IEnumerable<SendRequest> requests) : IAsyncEnumerable<SendRequest>
{
    public IAsyncEnumerator<SendRequest> GetAsyncEnumerator(CancellationToken cancellationToken = default) => new Enumerator(requests.GetEnumerator());

    private sealed class Enumerator(IEnumerator<SendRequest> inner) : IAsyncEnumerator<SendRequest>
    {
        public SendRequest Current => inner.Current;

        public ValueTask<bool> MoveNextAsync() => new(inner.MoveNext());

        public ValueTask DisposeAsync()
        {
            inner.Dispose();
            return default;
        }
    }
}
