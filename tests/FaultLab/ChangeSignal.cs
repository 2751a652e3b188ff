namespace FaultLab;

/// <summary>Wakes waiting callers whenever a connection or the log changes.</summary>
internal sealed class ChangeSignal
{
    private TaskCompletionSource<bool>? _change;

    public void Signal() => Interlocked.Exchange(ref _change, null)?.TrySetResult(true);

    public async Task WaitUntilAsync(Func<bool> condition, CancellationToken cancellationToken)
    {
        var canceled = Task.Delay(Timeout.Infinite, cancellationToken);
        // The task is taken before the condition is checked, so that no change in between is missed.
        for (var change = GetWaitTask(); !condition(); change = GetWaitTask())
            await await Task.WhenAny(change, canceled);
    }

    private Task<bool> GetWaitTask()
    {
        var created = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        return (Interlocked.CompareExchange(ref _change, created, null) ?? created).Task;
    }
}
