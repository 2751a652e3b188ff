namespace Trackly.Sdk.Mutation;

/// <summary>What became of a mutant.</summary>
internal enum MutantStatus
{
    /// <summary>A test failed.</summary>
    Killed,

    /// <summary>A test did not end.</summary>
    TimedOut,

    /// <summary>All tests passed.</summary>
    Survived,

    /// <summary>No test reaches it.</summary>
    NotReached,

    /// <summary>It survives, and the list of equivalent mutants says why.</summary>
    Explained,
}
