using System.Collections.Concurrent;

namespace FaultLab;

/// <summary>A cleartext HTTP/2 server (prior knowledge) that fails on request, and counts what truly reached it.</summary>
public sealed class Http2LabServer : IAsyncDisposable
{
    private readonly LabActivity _activity = new();
    private readonly LabListener _listener;
    private readonly ConcurrentQueue<Http2Fault> _coming;
    private readonly Http2Fault _otherwise;

    private Http2LabServer(Http2Fault[] faults)
    {
        Ledger = new(_activity);
        (_coming, _otherwise) = (new(faults.Take(faults.Length - 1)), faults.LastOrDefault() ?? Http2Faults.Accepted);
        _listener = new(_activity, channel => new Http2LabConnection(this, channel).ServeAsync());
        _listener.Listen();
    }

    /// <summary>http://127.0.0.1:PORT/api/</summary>
    public Uri BaseAddress => _listener.BaseAddress;
    public LabLedger Ledger { get; }

    /// <summary>One fault a request, in order; the last goes on for ever. Without any, all is accepted.</summary>
    public static Http2LabServer Start(params Http2Fault[] faults) => new(faults);

    public Http2Fault Next() => _coming.TryDequeue(out var next) ? next : _otherwise;

    /// <summary>Waits until every byte sent to the lab so far has been dealt with; only then do counts speak for the client's past.</summary>
    public Task SettleAsync(CancellationToken cancellationToken) => _listener.SettleAsync(cancellationToken);

    /// <summary>Waits until the ledger shows this.</summary>
    public Task SeesAsync(Func<LabLedger, bool> what, CancellationToken cancellationToken) =>
        _activity.UntilAsync(() => what(Ledger), cancellationToken);

    public ValueTask DisposeAsync() => _listener.DisposeAsync();
}
