using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Trackly.Sdk.Testing.Fake;

/// <summary>A stream of messages through the fake: one after another, in order. It ends as a stream of the real client does.</summary>
internal sealed class FakeStream(
    Func<SendRequest, TracklyRequestOptions, CancellationToken, Task<SendResponse>> sendAsync, IAsyncEnumerable<SendRequest> requests, SendManyOptions options, TimeProvider clock)
{
    private readonly TracklyRequestOptions _request = new() { RetryMode = options.Request?.RetryMode, Timeout = options.Request?.Timeout };
    private readonly IProgress<SendProgress>? _progress = options.Progress;
    private readonly long[] _outcomes = new long[4];
    private int _enumerated;

    public async IAsyncEnumerable<SendResult> SendAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _enumerated, 1) != 0)
        {
            throw new InvalidOperationException(
                "The results of SendManyAsync can be enumerated once, because a second enumeration would send every message again. Keep the results, or call SendManyAsync again.");
        }

        var started = clock.GetTimestamp();
        try
        {
            var index = 0L;
            await foreach (var request in requests.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (request is null)
                    throw new InvalidOperationException($"The message at index {index} of the source is null.");
                var result = await SendAsync(index++, RequestSnapshot.Take(request), cancellationToken).ConfigureAwait(false);
                _outcomes[(int)result.Outcome]++;
                yield return result;
                if (result.Failure is TracklyAuthenticationException or TracklyPermissionException)
                    ExceptionDispatchInfo.Capture(result.Failure).Throw();
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            _progress?.Report(CreateProgress(clock.GetElapsedTime(started)));
        }
    }

    private async Task<SendResult> SendAsync(long index, SendRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var response = await sendAsync(request, _request, cancellationToken).ConfigureAwait(false);
            return new SendResult(index, request, SendOutcome.Accepted) { Response = response };
        }
        catch (Exception exception) when (exception is ITracklyFailure)
        {
            return new SendResult(index, request, ((ITracklyFailure)exception).Outcome) { Failure = exception };
        }
    }

    private SendProgress CreateProgress(TimeSpan elapsed) => new()
    {
        Started = _outcomes.Sum(),
        Accepted = _outcomes[(int)SendOutcome.Accepted],
        Rejected = _outcomes[(int)SendOutcome.Rejected],
        NotSent = _outcomes[(int)SendOutcome.NotSent],
        Unknown = _outcomes[(int)SendOutcome.Unknown],
        Elapsed = elapsed,
        PerSecond = elapsed > TimeSpan.Zero ? _outcomes.Sum() / elapsed.TotalSeconds : 0,
    };
}
