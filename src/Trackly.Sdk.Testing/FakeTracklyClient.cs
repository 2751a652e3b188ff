using System.Runtime.ExceptionServices;
using Trackly.Sdk.Testing.Fake;

namespace Trackly.Sdk.Testing;

/// <summary>
/// A client for tests of your own code: no network, no waiting. It accepts every message unless a line of its script says otherwise, and keeps what it was
/// given. Safe to use from many threads at once.
/// </summary>
/// <remarks>
/// The real client works inside it, with its checks, exceptions and outcomes; only the wire is played. One call is one attempt: nothing is tried again.
/// Lines for the next requests come before those with a condition, which come before the one for each request. A request that is faulty, or cancelled before
/// it leaves, never reaches the wire and uses up no line.
/// </remarks>
public sealed class FakeTracklyClient : ITracklyClient
{
    private readonly FakeScript _script = new();
    private readonly CallRecord _record;
    private readonly TimeProvider _clock;

    /// <summary>Makes a client that accepts every message.</summary>
    /// <param name="timeProvider">The clock that <see cref="FakeBehavior.After"/> waits on. Null means the system's.</param>
    /// <param name="seed">What the message ids follow from: the same seed gives the same ids in the same order, as those of <c>TracklyEmulator</c>. Default 0.</param>
    public FakeTracklyClient(TimeProvider? timeProvider = null, int seed = 0)
    {
        _clock = timeProvider ?? TimeProvider.System;
        _record = new CallRecord(seed);
    }

    /// <summary>Every request that was handed in, in order, faulty ones too: a snapshot that later requests do not change.</summary>
    public IReadOnlyList<SendRequest> Requests => _record.Requests;

    /// <summary>Every message that Trackly would have queued, in order, also when the caller never heard of it: a snapshot that later messages do not change.</summary>
    public IReadOnlyList<QueuedRequest> Queued => _record.Queued;

    /// <summary>Begins a line of the script for the next requests, after those that earlier lines of this kind are for. Each is used once.</summary>
    /// <param name="count">How many requests the line is for. Default 1.</param>
    /// <returns>The line, which the verb that follows completes.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public FakeBehavior ForNext(int count = 1)
    {
        if (count < 1)
            throw new ArgumentOutOfRangeException(nameof(count), count, "A line is for one request or more.");
        return new FakeBehavior(this, step => _script.AddNext(count, step));
    }

    /// <summary>Begins a line of the script for every request that meets a condition. Of several that apply, the line written last is used.</summary>
    /// <param name="condition">Says whether the line is for a request. What it throws, <see cref="SendAsync"/> throws.</param>
    /// <returns>The line, which the verb that follows completes.</returns>
    public FakeBehavior When(Func<SendRequest, bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return new FakeBehavior(this, step => _script.Add(condition, step));
    }

    /// <summary>Begins the line of the script for every request that no other line is for. The one written last is used; without any, each is accepted.</summary>
    /// <returns>The line, which the verb that follows completes.</returns>
    public FakeBehavior ForAll() => new(this, _script.SetDefault);

    /// <inheritdoc/>
    public Task<SendResponse> SendAsync(SendRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        _record.Add(request);
        return CallAsync(request, cancellationToken);
    }

    private async Task<SendResponse> CallAsync(SendRequest request, CancellationToken cancellationToken)
    {
        // A wire for each call knows whose request it carries.
        using var handler = new ScriptedHandler(_script, _record, _clock, request, canBeCanceled: cancellationToken.CanBeCanceled);
        using var client = new RealClient(handler);
        try
        {
            return await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch when (handler.ScriptException is { } exception)
        {
            ExceptionDispatchInfo.Capture(exception).Throw();
            throw;
        }
    }
}
