namespace FaultLab;

/// <summary>An HTTP/1.1 server on raw sockets that fails as its script says, and logs what actually reached it.</summary>
public sealed class FaultServer : IAsyncDisposable
{
    private readonly TaskCompletionSource<bool> _lateResponsesReleased = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly LoopbackListener _listener;

    private FaultServer(FaultScript script, TimeProvider? clock, Uri? redirectTarget)
    {
        _listener = new(Log, connection => new Http1Connection(this, connection).ServeAsync());
        Script = script;
        Clock = clock ?? TimeProvider.System;
        RedirectTarget = redirectTarget ?? BaseAddress;
    }

    /// <summary>http://127.0.0.1:PORT/api/</summary>
    public Uri BaseAddress => _listener.BaseAddress;

    /// <summary>Decides the faults of requests that start to arrive from now on.</summary>
    public FaultScript Script { get; set; }

    public RequestLog Log { get; } = new();

    /// <summary>The clock of responses that trickle.</summary>
    public TimeProvider Clock { get; }

    /// <summary>Where redirects point; this server by default.</summary>
    public Uri RedirectTarget { get; }

    /// <summary>Completes when late responses may be sent.</summary>
    public Task LateResponsesReleased => _lateResponsesReleased.Task;

    /// <summary>Starts a server that takes one fault per request, in order, and repeats the last. Without faults it accepts every message.</summary>
    public static FaultServer Start(params Fault[] faults) => Start(FaultScript.CreateSequence(faults));

    public static FaultServer Start(FaultScript script, TimeProvider? clock = null, Uri? redirectTarget = null)
    {
        var server = new FaultServer(script, clock, redirectTarget);
        if (!script.RefusesConnections)
            server._listener.Listen();
        return server;
    }

    public void ReleaseLateResponses() => _lateResponsesReleased.TrySetResult(true);

    /// <summary>Waits until every byte sent to the server so far has been processed. Before that, the log may lag behind the client.</summary>
    public Task WaitUntilIdleAsync(CancellationToken cancellationToken) => _listener.WaitUntilIdleAsync(cancellationToken);

    /// <summary>Waits until the log meets a condition.</summary>
    public Task WaitForAsync(Func<RequestLog, bool> condition, CancellationToken cancellationToken) =>
        Log.Changes.WaitUntilAsync(() => condition(Log), cancellationToken);

    public ValueTask DisposeAsync() => _listener.DisposeAsync();
}
