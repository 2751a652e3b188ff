namespace Trackly.Sdk.Streams;

/// <summary>The results of a stream. They can be enumerated once: each enumeration would send every message.</summary>
internal sealed class SendStream(IAsyncEnumerable<SendRequest> source, StreamSettings settings, StreamClient client, CancellationToken callerToken)
    : IAsyncEnumerable<SendResult>
{
    private int _enumerated;

    /// <exception cref="InvalidOperationException">The results are, or were, enumerated already.</exception>
    public IAsyncEnumerator<SendResult> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        Interlocked.Exchange(ref _enumerated, 1) == 0
            ? new StreamRun(client, settings, callerToken, cancellationToken).RunAsync(source).GetAsyncEnumerator(CancellationToken.None)
            : throw new InvalidOperationException(
                "The results of SendManyAsync can be enumerated once, because a second enumeration would send every message again. Keep the results, or call SendManyAsync again.");
}
