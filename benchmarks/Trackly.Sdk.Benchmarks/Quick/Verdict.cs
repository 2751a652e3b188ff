namespace Trackly.Sdk.Benchmarks.Quick;

internal enum Verdict
{
    /// <summary>Nothing was asked of the row.</summary>
    None,
    Ok,
    Missed,
}
