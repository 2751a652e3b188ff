namespace Trackly.Sdk.Testing.Emulator.Faults;

/// <summary>A fault that is switched on.</summary>
/// <param name="Id">Its number among all that were ever switched on, from 1.</param>
/// <param name="Fault">What goes wrong.</param>
/// <param name="Priority">When it is asked.</param>
/// <param name="Remaining">How many requests it is still for; null means every one.</param>
internal sealed record ActiveFault(int Id, InjectedFault Fault, FaultPriority Priority, int? Remaining);
