namespace Trackly.Sdk.Streams;

/// <summary>Counts the messages of a stream, and reports the counts.</summary>
internal sealed class StreamCounts(IProgress<SendProgress>? progress, TimeProvider clock)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly object _lock = new();
    private readonly long _started = clock.GetTimestamp();
    private readonly long[] _outcomes = new long[4];
    private long _messages;
    private long _reported = clock.GetTimestamp();

    public SendProgress Current
    {
        get
        {
            lock (_lock)
                return CreateProgress();
        }
    }

    public void Start() => Interlocked.Increment(ref _messages);

    public void Finish(SendOutcome outcome)
    {
        SendProgress report;
        lock (_lock)
        {
            _outcomes[(int)outcome]++;
            if (progress is null || clock.GetElapsedTime(_reported) < Interval)
                return;
            _reported = clock.GetTimestamp();
            report = CreateProgress();
        }

        Report(report);
    }

    /// <summary>Reports the last counts.</summary>
    public void End() => Report(Current);

    private void Report(SendProgress report)
    {
        try
        {
            progress?.Report(report);
        }
        catch (Exception)
        {
            // An exception of the progress receiver must not lose a message.
        }
    }

    private SendProgress CreateProgress()
    {
        var elapsed = clock.GetElapsedTime(_started);
        return new SendProgress
        {
            Started = Interlocked.Read(ref _messages),
            Accepted = _outcomes[(int)SendOutcome.Accepted],
            Rejected = _outcomes[(int)SendOutcome.Rejected],
            NotSent = _outcomes[(int)SendOutcome.NotSent],
            Unknown = _outcomes[(int)SendOutcome.Unknown],
            Elapsed = elapsed,
            PerSecond = elapsed > TimeSpan.Zero ? _outcomes.Sum() / elapsed.TotalSeconds : 0,
        };
    }
}
