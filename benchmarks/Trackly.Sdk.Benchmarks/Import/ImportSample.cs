namespace Trackly.Sdk.Benchmarks.Import;

/// <summary>The measurements of one import.</summary>
/// <param name="Rows">The number of rows.</param>
/// <param name="Elapsed">The time until the last result.</param>
/// <param name="Cpu">The CPU time of this process.</param>
/// <param name="Growth">The highest working set, in relation to that after a tenth of the rows.</param>
internal sealed record ImportSample(int Rows, TimeSpan Elapsed, TimeSpan Cpu, double Growth)
{
    public double RowsPerSecond => Rows / Elapsed.TotalSeconds;
}
