namespace Trackly.Sdk.Benchmarks.Plot;

/// <summary>What one sender costs, in microseconds, at each point.</summary>
internal sealed record Curve(string Name, IReadOnlyList<(double X, double Microseconds)> Points);
