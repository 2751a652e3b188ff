using Trackly.Sdk.Pipeline;
using Trackly.Sdk.Streams;

namespace Trackly.Sdk;

/// <summary>Runs the operations of one client, of every resource: checks the arguments that all calls have in common, and ends them with the client.</summary>
internal sealed class OperationRunner(RequestPipeline pipeline) : IDisposable
{
    /// <summary>The pace of each list, shared by all streams of the client.</summary>
    private readonly ListPacer _pacer = new(pipeline.Clock);

    private volatile bool _disposed;

    public Task<TResponse> RunAsync<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation, TRequest request, TracklyRequestOptions options, CancellationToken cancellationToken)
        where TRequest : class
        where TResponse : class
    {
        TracklyClientOptionsValidator.ThrowIfInvalid(options, nameof(options));
        ArgumentNullException.ThrowIfNull(request);
        return _disposed ? throw new ObjectDisposedException("TracklyClient") : pipeline.SendAsync(operation, request, options, cancellationToken);
    }

    public Task<TResponse> RunAsync<TRequest, TResponse>(Operation<TRequest, TResponse> operation, TRequest request, CancellationToken cancellationToken)
        where TRequest : class
        where TResponse : class
    {
        ArgumentNullException.ThrowIfNull(request);
        return _disposed ? throw new ObjectDisposedException("TracklyClient") : pipeline.SendAsync(operation, request, options: null, cancellationToken);
    }

    public IAsyncEnumerable<SendResult> RunStream(IAsyncEnumerable<SendRequest> requests, SendManyOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(requests);
        options ??= new SendManyOptions();
        var settings = StreamSettings.Create(options, nameof(options));
        var request = new TracklyRequestOptions { RetryMode = options.Request?.RetryMode, Timeout = options.Request?.Timeout };
        TracklyClientOptionsValidator.ThrowIfInvalid(request, nameof(options));
        return _disposed ? throw new ObjectDisposedException("TracklyClient") : new SendStream(requests, settings, new StreamClient(pipeline, _pacer, request), cancellationToken);
    }

    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        pipeline.Dispose();
    }
}
