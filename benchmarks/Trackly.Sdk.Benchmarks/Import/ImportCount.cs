using System.Collections;
using static System.FormattableString;

namespace Trackly.Sdk.Benchmarks.Import;

/// <summary>Checks that every row has exactly one result, and watches the working set meanwhile.</summary>
internal sealed class ImportCount(int rows)
{
    private const int Step = 1_000;
    private readonly BitArray _seen = new(rows);
    private int _results;
    private int _accepted;
    private long _first;
    private long _highest;

    public double Growth => (double)_highest / _first;

    public void Add(long index, bool isAccepted)
    {
        if (_seen[(int)index])
            throw new InvalidOperationException(Invariant($"Row {index} has two results: this measurement is void."));
        _seen[(int)index] = true;
        _accepted += isAccepted ? 1 : 0;
        if (++_results % Step != 0)
            return;
        var now = Environment.WorkingSet;
        if (_results <= rows / 10)
            _first = Math.Max(_first, now);
        _highest = Math.Max(_highest, now);
    }

    public void Check()
    {
        if (_results != rows)
            throw new InvalidOperationException(Invariant($"{_results} of {rows} rows have a result: this measurement is void."));
        if (_accepted != rows - ImportRows.CountFaulty(rows))
            throw new InvalidOperationException(Invariant($"{_accepted} rows were accepted, and not all good ones: this measurement is void."));
    }
}
