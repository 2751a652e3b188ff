namespace Trackly.Sdk.Benchmarks.Quick;

/// <summary>What a row may cost, as a multiple of the first row of its group. Null: no limit.</summary>
internal sealed record Target(double? Time = null, double? Bytes = null)
{
    /// <summary>How many microseconds it may take beyond the first row.</summary>
    public double? MicrosecondsBeyond { get; init; }
}
