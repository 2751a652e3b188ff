namespace Trackly.Sdk.Benchmarks.Contests;

/// <summary>The ratios that the rounds gave.</summary>
internal sealed class Ratio
{
    private readonly double[] _sorted;

    public Ratio(IEnumerable<double> rounds) => _sorted = [.. rounds.Order()];

    public double Median => _sorted[_sorted.Length / 2];

    /// <summary>The standard error of the median, from the middle half of the rounds as if they were normally distributed: what disturbs a few of them does not count.</summary>
    private double Error => 1.2533 * (_sorted[_sorted.Length * 3 / 4] - _sorted[_sorted.Length / 4]) / 1.349 / Math.Sqrt(_sorted.Length);

    /// <summary>Clear of a limit by its error on the good side it is met, on the other missed; between, nobody can tell.</summary>
    /// <param name="atLeast">What it must reach. Null: anything will do.</param>
    /// <param name="atMost">What it must not pass. Null: anything will do.</param>
    public int Judge(double? atLeast = null, double? atMost = null) =>
        Median + Error < atLeast || Median - Error > atMost ? ExitCode.Missed
        : Median - Error < atLeast || Median + Error > atMost ? ExitCode.TooNoisy
        : ExitCode.Ok;
}
