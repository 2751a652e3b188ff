namespace Trackly.Sdk.Testing.Emulator.Faults;

/// <summary>Where a fault comes from. The faults of one source are tried before those of the next.</summary>
internal enum FaultPriority
{
    /// <summary>ForNext: in the order written.</summary>
    Next,

    /// <summary>When: the last one written comes first.</summary>
    Condition,

    /// <summary>The control API: those for some requests before those for every one, then the narrowest phone number first.</summary>
    Control,

    /// <summary>ForAll: one at most.</summary>
    All,
}
