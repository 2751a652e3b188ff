namespace Trackly.Sdk.Benchmarks.Contests;

/// <summary>The ratios that the rounds gave.</summary>
internal sealed class Ratio
{
    private readonly double[] _sorted;

    public Ratio(IEnumerable<double> rounds) => _sorted = [.. rounds.Order()];

    public double Median => _sorted[_sorted.Length / 2];

    /// <summary>The middle half of the rounds reaches over more than a third of the median: it may be off by more than the targets allow.</summary>
    private bool IsNoisy => _sorted[_sorted.Length * 3 / 4] - _sorted[_sorted.Length / 4] > Median / 3;

    /// <param name="atLeast">What it must reach. Null: anything will do.</param>
    /// <param name="atMost">What it must not pass. Null: anything will do.</param>
    public int Judge(double? atLeast = null, double? atMost = null) =>
        (atLeast ?? atMost) is null ? ExitCode.Ok
        : IsNoisy ? ExitCode.TooNoisy
        : Median < atLeast || Median > atMost ? ExitCode.Missed
        : ExitCode.Ok;
}
