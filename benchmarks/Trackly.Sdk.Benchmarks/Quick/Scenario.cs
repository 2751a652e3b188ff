namespace Trackly.Sdk.Benchmarks.Quick;

/// <summary>
/// Rows that are measured in a process of their own. The JIT optimizes for what it observes, so a process in which every send fails, or in which telemetry is
/// collected, would distort the other scenarios.
/// </summary>
internal sealed record Scenario(string Name, string Title, Func<IReadOnlyList<Group>> Groups);
