using System.Collections.Concurrent;

namespace Trackly.Sdk.Pipeline;

/// <summary>A token that is cancelled when a time has passed, or another token is. On the system's clock its source is kept for the next who needs one.</summary>
internal readonly struct TimeLimit : IDisposable
{
    private const int MostIdle = 64;

    private static readonly ConcurrentQueue<CancellationTokenSource> Idle = new();

    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _outer;

    public TimeLimit(TimeSpan time, TimeProvider clock, CancellationToken outer)
    {
        _source = SourceFor(time, clock);
        if (outer.CanBeCanceled)
            _outer = outer.Register(static source => ((CancellationTokenSource)source!).Cancel(), _source, useSynchronizationContext: false);
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _outer.Dispose();
#if NET
        // Not so once it was cancelled, nor when its timer belongs to another clock.
        if (_source.TryReset() && Idle.Count < MostIdle)
        {
            Idle.Enqueue(_source);
            return;
        }
#endif
        _source.Dispose();
    }

    private static CancellationTokenSource SourceFor(TimeSpan time, TimeProvider clock)
    {
        if (clock != TimeProvider.System)
            return NewSource(time, clock);
        if (!Idle.TryDequeue(out var source))
            source = new CancellationTokenSource();
        source.CancelAfter(time);
        return source;
    }

#if NET
    private static CancellationTokenSource NewSource(TimeSpan time, TimeProvider clock) => new(time, clock);
#else
    private static CancellationTokenSource NewSource(TimeSpan time, TimeProvider clock) => clock.CreateCancellationTokenSource(time);
#endif
}
