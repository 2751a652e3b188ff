using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>A clock that throws once when it is told to: an error in the emulator that nobody expects.</summary>
internal sealed class FailingClock : TestClock
{
    private Exception? _next;

    /// <summary>What the next call throws.</summary>
    public Exception Next
    {
        set => _next = value;
    }

    public override DateTimeOffset GetUtcNow() => Interlocked.Exchange(ref _next, null) is { } exception ? throw exception : base.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        Interlocked.Exchange(ref _next, null) is { } exception ? throw exception : base.CreateTimer(callback, state, dueTime, period);
}
