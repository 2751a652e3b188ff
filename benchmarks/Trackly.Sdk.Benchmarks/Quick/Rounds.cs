using System.Diagnostics;

namespace Trackly.Sdk.Benchmarks.Quick;

/// <summary>Measures every row in each round, so that disturbances affect all rows alike.</summary>
internal static class Rounds
{
    /// <summary>Long enough for the JIT to profile the code and to compile it with the profile.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan Measuring = TimeSpan.FromSeconds(7);

    /// <summary>The time of one row in one round: long enough for a garbage collection.</summary>
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(15);

    public static void Run(IReadOnlyList<Row> rows)
    {
        var times = new int[rows.Count];
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < WarmUp;)
        {
            for (var i = 0; i < rows.Count; i++)
                times[i] = CountRuns(rows[i], Slice / 2);
        }

        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < Measuring;)
        {
            for (var i = 0; i < rows.Count; i++)
                Measure(rows[i], times[i] * 2);
        }
    }

    private static int CountRuns(Row row, TimeSpan time)
    {
        var times = 0;
        for (var start = Stopwatch.GetTimestamp(); times == 0 || Stopwatch.GetElapsedTime(start) < time; times += 10)
        {
            for (var i = 0; i < 10; i++)
                row.Once();
        }

        return times;
    }

    private static void Measure(Row row, int times)
    {
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < times; i++)
            row.Once();
        row.Measured.Add(times, Stopwatch.GetElapsedTime(start), GC.GetAllocatedBytesForCurrentThread() - bytes);
    }
}
