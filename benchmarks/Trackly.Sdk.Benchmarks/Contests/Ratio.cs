namespace Trackly.Sdk.Benchmarks.Contests;

/// <summary>The ratios of all rounds.</summary>
internal sealed class Ratio
{
    private readonly double[] _sorted;

    public Ratio(IEnumerable<double> rounds) => _sorted = [.. rounds.Order()];

    public double Median => _sorted[_sorted.Length / 2];

    /// <summary>The standard error of the median, estimated from the interquartile range under a normal distribution, so that a few disturbed rounds do not matter.</summary>
    private double Error => 1.2533 * (_sorted[_sorted.Length * 3 / 4] - _sorted[_sorted.Length / 4]) / 1.349 / Math.Sqrt(_sorted.Length);

    /// <summary>Compares the median with its limits: met or missed if it is farther from the limit than its error, otherwise too noisy.</summary>
    /// <param name="atLeast">The lower limit. Null means none.</param>
    /// <param name="atMost">The upper limit. Null means none.</param>
    public int Check(double? atLeast = null, double? atMost = null) =>
        Median + Error < atLeast || Median - Error > atMost ? ExitCode.Missed
        : Median - Error < atLeast || Median + Error > atMost ? ExitCode.TooNoisy
        : ExitCode.Ok;
}
