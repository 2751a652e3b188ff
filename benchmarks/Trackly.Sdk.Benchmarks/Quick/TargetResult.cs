namespace Trackly.Sdk.Benchmarks.Quick;

internal enum TargetResult
{
    /// <summary>The row has no target.</summary>
    None,
    Ok,
    Missed,
}
