namespace Trackly.Sdk.Testing.Emulator.Faults;

/// <summary>Where a line of the script comes from, in the order in which they are asked.</summary>
internal enum FaultPriority
{
    /// <summary>ForNext: in the order written.</summary>
    Next,

    /// <summary>On: the one written last first.</summary>
    Condition,

    /// <summary>The control API: in the order of ids.</summary>
    Control,

    /// <summary>ForAll: there is one at most.</summary>
    Each,
}
