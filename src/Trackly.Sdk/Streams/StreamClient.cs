using Trackly.Sdk.Messages;
using Trackly.Sdk.Pipeline;
using Trackly.Sdk.Pipeline.Telemetry;

namespace Trackly.Sdk.Streams;

/// <summary>What a stream needs of the client it belongs to.</summary>
/// <param name="pipeline">Carries each message.</param>
/// <param name="pacer">The pace of each list, shared by all streams of the client.</param>
/// <param name="options">The options of each message's call.</param>
internal sealed class StreamClient(RequestPipeline pipeline, ListPacer pacer, TracklyRequestOptions options)
{
    public ListPacer Pacer => pacer;

    public TimeProvider Clock => pipeline.Clock;

    /// <summary>Gets the token that disposing the client cancels.</summary>
    public CancellationToken Disposal => pipeline.Disposal;

    /// <summary>Sends one message.</summary>
    /// <param name="request">The message.</param>
    /// <param name="onRetry">Observes each retry, and the wait before it.</param>
    /// <param name="cancellationToken">Ends the call at once.</param>
    /// <exception cref="ObjectDisposedException">The client was disposed before the call.</exception>
    public Task<SendResponse> SendAsync(SendRequest request, Action<SendAttempt, TimeSpan> onRetry, CancellationToken cancellationToken) =>
        Disposal.IsCancellationRequested
            ? throw StreamEnd.CreateDisposed()
            : pipeline.SendAsync(SendOperation.Instance, request, options, cancellationToken, onRetry);

    public StreamObservation StartObservation() => new(RequestTelemetry.StartStream(StreamObservation.Name, pipeline.BaseAddress));
}
