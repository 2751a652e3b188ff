namespace Trackly.Sdk.Benchmarks.Quick;

/// <summary>Rows that do the same work. The first is the baseline of the others.</summary>
internal sealed record Group(string Name, IReadOnlyList<Row> Rows)
{
    /// <summary>How far the lower quartile of the baseline may be from its best round. Beyond that, the best round was an outlier.</summary>
    private const double Noise = 1.15;

    public Measurements Floor => Rows[0].Measured;

    public bool IsNoisy => Floor.LowerQuartileNanoseconds > Noise * Floor.Nanoseconds;
}
