namespace Trackly.Sdk.Benchmarks.Quick;

/// <summary>Rows that do the same work. The first is what the others are compared with.</summary>
internal sealed record Group(string Name, IReadOnlyList<Row> Rows)
{
    /// <summary>How far the better rounds of the first row may be from the best one. Beyond that, the best one was luck.</summary>
    private const double Noise = 1.15;

    public Measurements Floor => Rows[0].Measured;

    public bool IsNoisy => Floor.LowerQuartileNanoseconds > Noise * Floor.Nanoseconds;
}
