namespace Trackly.Sdk.Benchmarks.Plot;

/// <summary>The cost of one sender at each point, in microseconds.</summary>
internal sealed record Curve(string Name, IReadOnlyList<(double X, double Microseconds)> Points);
