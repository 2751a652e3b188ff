using System.Text.Json;
using Trackly.Sdk.Testing.Emulator.Faults;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>All faults that are switched on.</summary>
internal sealed record FaultListResponse(IEnumerable<ActiveFault> Faults) : ControlResponse
{
    protected override void WriteMembers(Utf8JsonWriter json) => FaultWriter.WriteAll(json, Faults);
}
