using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>A clock that throws once when a test asks for it, as an unexpected error in the emulator would.</summary>
internal sealed class FailingClock : TestClock
{
    private Exception? _next;

    /// <summary>Sets the exception that the next call throws.</summary>
    public Exception Next
    {
        set => _next = value;
    }

    public override DateTimeOffset GetUtcNow() => Interlocked.Exchange(ref _next, null) is { } exception ? throw exception : base.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        Interlocked.Exchange(ref _next, null) is { } exception ? throw exception : base.CreateTimer(callback, state, dueTime, period);
}
