using System.Diagnostics;
using Trackly.Sdk;

namespace Campaign;

/// <summary>Counts the rows by what became of them.</summary>
internal sealed class Tally
{
    private readonly Stopwatch _elapsed = Stopwatch.StartNew();
    private readonly int[] _outcomes = new int[5];
    private int _earlier;

    public int Done => _outcomes[(int)SendOnceOutcome.Accepted] + _outcomes[(int)SendOnceOutcome.Rejected]
        + _outcomes[(int)SendOnceOutcome.NotSent] + _outcomes[(int)SendOnceOutcome.Unknown];

    public int Unknown => _outcomes[(int)SendOnceOutcome.Unknown];

    public int NotSent => _outcomes[(int)SendOnceOutcome.NotSent];

    public void Add(SendOnceOutcome outcome, bool earlier)
    {
        Interlocked.Increment(ref _outcomes[(int)outcome]);
        if (earlier)
            Interlocked.Increment(ref _earlier);
    }

    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"{_outcomes[(int)SendOnceOutcome.Accepted]} accepted, {_outcomes[(int)SendOnceOutcome.Rejected]} rejected, {NotSent} not sent, {Unknown} unknown, " +
        $"{_earlier} of them in an earlier run, {Done / Math.Max(_elapsed.Elapsed.TotalSeconds, 0.001):F0} a second");
}
