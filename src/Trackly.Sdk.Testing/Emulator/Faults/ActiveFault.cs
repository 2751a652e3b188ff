namespace Trackly.Sdk.Testing.Emulator.Faults;

/// <summary>A fault that is switched on.</summary>
/// <param name="Id">Its number, from 1, in the order in which faults were switched on.</param>
/// <param name="Fault">What goes wrong.</param>
/// <param name="Priority">Which faults are tried before it.</param>
/// <param name="Remaining">The number of requests that it still applies to. Null means every one.</param>
internal sealed record ActiveFault(int Id, InjectedFault Fault, FaultPriority Priority, int? Remaining);
