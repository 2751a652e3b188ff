namespace Trackly.Sdk.Mutation.Testing;

/// <summary>Asks a test process to run tests.</summary>
/// <param name="Mutant">The active mutant; -1 for none.</param>
/// <param name="Tests">The tests; null for those that <paramref name="Under"/> selects.</param>
/// <param name="Under">What the names of the test classes start with.</param>
/// <param name="StopsAtFailure">Whether the first failure ends the run.</param>
internal sealed record TestRequest(int Mutant, IReadOnlyList<TestCase>? Tests, IReadOnlyList<string> Under, bool StopsAtFailure);
