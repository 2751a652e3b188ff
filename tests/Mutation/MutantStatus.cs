namespace Trackly.Sdk.Mutation;

/// <summary>What became of a mutant.</summary>
internal enum MutantStatus
{
    /// <summary>A test failed.</summary>
    Killed,

    /// <summary>A test did not end, and the same tests end without the mutant.</summary>
    TimedOut,

    /// <summary>The test process ended or could not start, and the same tests pass without the mutant.</summary>
    Crashed,

    /// <summary>All tests passed.</summary>
    Survived,

    /// <summary>A test failed or did not end, but the same tests do not pass without the mutant either. Counts as surviving.</summary>
    Unconfirmed,

    /// <summary>No test reaches it.</summary>
    NotReached,

    /// <summary>It survives, and the list of equivalent mutants says why.</summary>
    Explained,
}
