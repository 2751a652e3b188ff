namespace Trackly.Sdk.Testing.Emulator.Messages;

/// <summary>Wakes everyone who waits for a change. What changed they look up themselves, so nothing is stored for slow readers.</summary>
internal sealed class ChangeSignal
{
    private TaskCompletionSource _next = Create();

    /// <summary>Completes at the next change. Take the task first and look afterwards, so that no change is missed.</summary>
    public Task WaitTask => Volatile.Read(ref _next).Task;

    public void Signal() => Interlocked.Exchange(ref _next, Create()).SetResult();

    private static TaskCompletionSource Create() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
