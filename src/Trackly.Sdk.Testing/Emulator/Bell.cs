namespace Trackly.Sdk.Testing.Emulator;

/// <summary>Tells everyone who waits that something changed; what it was they look up. Nothing is kept for those who are slow.</summary>
internal sealed class Bell
{
    private TaskCompletionSource _next = New();

    /// <summary>Completes at the next ring. To miss none, take it first and look afterwards.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Ring() => Interlocked.Exchange(ref _next, New()).SetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
