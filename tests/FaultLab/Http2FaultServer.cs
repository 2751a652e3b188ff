using System.Collections.Concurrent;

namespace FaultLab;

/// <summary>A cleartext HTTP/2 server (prior knowledge) that fails as scripted, and logs what actually reached it.</summary>
public sealed class Http2FaultServer : IAsyncDisposable
{
    private readonly LoopbackListener _listener;
    private readonly ConcurrentQueue<Http2Fault> _queue;
    private readonly Http2Fault _last;

    private Http2FaultServer(Http2Fault[] faults, Uri? redirectTarget)
    {
        (_queue, _last) = (new(faults.Take(faults.Length - 1)), faults.LastOrDefault() ?? Http2Faults.Accepted);
        _listener = new(Log, connection => new Http2Connection(this, connection).ServeAsync());
        RedirectTarget = redirectTarget ?? BaseAddress;
        _listener.Listen();
    }

    /// <summary>http://127.0.0.1:PORT/api/</summary>
    public Uri BaseAddress => _listener.BaseAddress;

    /// <summary>Where redirects point; this server by default.</summary>
    public Uri RedirectTarget { get; }

    public RequestLog Log { get; } = new();

    /// <summary>Starts a server that takes one fault per request, in order, and repeats the last. Without faults it accepts every message.</summary>
    public static Http2FaultServer Start(params Http2Fault[] faults) => new(faults, redirectTarget: null);

    public static Http2FaultServer Start(Uri redirectTarget, params Http2Fault[] faults) => new(faults, redirectTarget);

    public Http2Fault TakeNext() => _queue.TryDequeue(out var next) ? next : _last;

    /// <summary>Waits until every byte sent to the server so far has been processed. Before that, the log may lag behind the client.</summary>
    public Task WaitUntilIdleAsync(CancellationToken cancellationToken) => _listener.WaitUntilIdleAsync(cancellationToken);

    /// <summary>Waits until the log meets a condition.</summary>
    public Task WaitForAsync(Func<RequestLog, bool> condition, CancellationToken cancellationToken) =>
        Log.Changes.WaitUntilAsync(() => condition(Log), cancellationToken);

    public ValueTask DisposeAsync() => _listener.DisposeAsync();
}
