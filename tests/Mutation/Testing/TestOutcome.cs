namespace Trackly.Sdk.Mutation.Testing;

/// <summary>How a run of tests ended.</summary>
/// <param name="Status">What became of the mutant.</param>
/// <param name="TestCount">How many of the tests had been started, at most.</param>
/// <param name="Failed">The test that failed; null for none.</param>
internal sealed record TestOutcome(MutantStatus Status, int TestCount, TestResult? Failed = null);
