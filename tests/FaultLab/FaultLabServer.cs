namespace FaultLab;

/// <summary>An HTTP/1.1 server on raw sockets that fails on request, and counts what truly reached it.</summary>
public sealed class FaultLabServer : IAsyncDisposable
{
    private readonly TaskCompletionSource<bool> _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly LabActivity _activity = new();
    private readonly LabListener _listener;

    private FaultLabServer(FaultScript script, TimeProvider? clock, Uri? elsewhere)
    {
        Ledger = new(_activity);
        _listener = new(_activity, channel => new FaultLabConnection(this, channel).ServeAsync());
        Script = script;
        Clock = clock ?? TimeProvider.System;
        Elsewhere = elsewhere ?? BaseAddress;
    }

    /// <summary>http://127.0.0.1:PORT/api/</summary>
    public Uri BaseAddress => _listener.BaseAddress;
    public FaultScript Script { get; }
    public LabLedger Ledger { get; }

    /// <summary>The clock that dripping answers follow.</summary>
    public TimeProvider Clock { get; }

    /// <summary>Where redirects point to; the lab itself unless told otherwise.</summary>
    public Uri Elsewhere { get; }

    /// <summary>Ends when late answers may go out.</summary>
    public Task Released => _released.Task;

    /// <summary>One fault a request, in order; the last goes on for ever. Without any, all is accepted.</summary>
    public static FaultLabServer Start(params Fault[] faults) => Start(FaultScript.InOrder(faults));

    public static FaultLabServer Start(FaultScript script, TimeProvider? clock = null, Uri? elsewhere = null)
    {
        var lab = new FaultLabServer(script, clock, elsewhere);
        if (!script.Refuses)
            lab._listener.Listen();
        return lab;
    }

    public void ReleaseLateAnswers() => _released.TrySetResult(true);

    /// <summary>Waits until every byte sent to the lab so far has been dealt with; only then do counts speak for the client's past.</summary>
    public Task SettleAsync(CancellationToken cancellationToken) => _listener.SettleAsync(cancellationToken);

    /// <summary>Waits until the ledger shows this.</summary>
    public Task SeesAsync(Func<LabLedger, bool> what, CancellationToken cancellationToken) =>
        _activity.UntilAsync(() => what(Ledger), cancellationToken);

    public ValueTask DisposeAsync() => _listener.DisposeAsync();
}
