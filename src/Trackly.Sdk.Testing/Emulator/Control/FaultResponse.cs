using System.Text.Json;
using Trackly.Sdk.Testing.Emulator.Faults;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>One fault that is switched on.</summary>
internal sealed record FaultResponse(ActiveFault Fault) : ControlResponse
{
    protected override void WriteMembers(Utf8JsonWriter json) => FaultWriter.WriteMembers(json, Fault);
}
