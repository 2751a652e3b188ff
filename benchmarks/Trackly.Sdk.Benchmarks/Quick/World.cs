namespace Trackly.Sdk.Benchmarks.Quick;

/// <summary>
/// Rows that are measured in a process of their own. The JIT compiles for what it sees: a process that fails all the time, or that is listened to, is another one
/// than a process where all goes well and nobody listens.
/// </summary>
internal sealed record World(string Name, string Title, Func<IReadOnlyList<Group>> Groups);
