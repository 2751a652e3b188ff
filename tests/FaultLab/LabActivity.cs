namespace FaultLab;

/// <summary>Wakes whoever waits for the lab whenever a connection or the ledger changes.</summary>
internal sealed class LabActivity
{
    private TaskCompletionSource<bool>? _change;

    public void Pulse() => Interlocked.Exchange(ref _change, null)?.TrySetResult(true);

    public async Task UntilAsync(Func<bool> condition, CancellationToken cancellationToken)
    {
        var cancelled = Task.Delay(Timeout.Infinite, cancellationToken);
        // The change is asked for before the state is looked at, so that none is missed.
        for (var change = NextChange(); !condition(); change = NextChange())
            await await Task.WhenAny(change, cancelled);
    }

    private Task<bool> NextChange()
    {
        var fresh = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        return (Interlocked.CompareExchange(ref _change, fresh, null) ?? fresh).Task;
    }
}
