using Trackly.Sdk.Mutation.Mutants;

namespace Trackly.Sdk.Mutation;

/// <summary>A mutant and what became of it.</summary>
/// <param name="Mutant">The mutant.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Test">The test that failed; null for none.</param>
internal sealed record MutantResult(Mutant Mutant, MutantStatus Status, string? Test)
{
    /// <summary>Whether no test notices the mutant, and nothing explains why.</summary>
    public bool Survived => Status is MutantStatus.Survived or MutantStatus.Unconfirmed or MutantStatus.NotReached;
}
