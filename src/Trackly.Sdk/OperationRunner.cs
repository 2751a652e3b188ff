using Trackly.Sdk.Pipeline;

namespace Trackly.Sdk;

/// <summary>Runs the operations of one client, of every resource: checks the arguments that all calls have in common, and ends them with the client.</summary>
internal sealed class OperationRunner(RequestPipeline pipeline) : IDisposable
{
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

    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        pipeline.Dispose();
    }
}
