namespace Trackly.Sdk.Testing.Emulator.Messages;

/// <summary>Tells everyone who waits that something changed; what it was they look up. Nothing is kept for those who are slow.</summary>
internal sealed class ChangeSignal
{
    private TaskCompletionSource _next = New();

    /// <summary>Completes at the next ring. To miss none, take it first and look afterwards.</summary>
    public Task WaitTask => Volatile.Read(ref _next).Task;

    public void Signal() => Interlocked.Exchange(ref _next, New()).SetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
