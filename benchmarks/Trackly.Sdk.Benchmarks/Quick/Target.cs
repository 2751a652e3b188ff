namespace Trackly.Sdk.Benchmarks.Quick;

/// <summary>The maximum cost of a row, as a multiple of the first row of its group. Null means no limit.</summary>
internal sealed record Target(double? Time = null, double? Bytes = null)
{
    /// <summary>The maximum number of microseconds on top of the first row. Null means no limit.</summary>
    public double? ExtraMicroseconds { get; init; }
}
