using Trackly.Sdk.Mutation.Mutants;

namespace Trackly.Sdk.Mutation;

/// <summary>A mutant that no test can detect. It has no line number, so that it stays valid when lines move.</summary>
/// <param name="File">Its path in the repository.</param>
/// <param name="Member">The name of the member.</param>
/// <param name="Change">The change, as the report shows it.</param>
/// <param name="Reason">Why no test can detect it.</param>
internal sealed record EquivalentMutant(string File, string Member, string Change, string Reason)
{
    public bool Matches(Mutant mutant) => mutant.File == File && mutant.Member == Member && mutant.Change == Change;
}
