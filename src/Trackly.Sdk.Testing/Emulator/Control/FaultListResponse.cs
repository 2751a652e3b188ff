using System.Text.Json;
using Trackly.Sdk.Testing.Emulator.Faults;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>Every fault that is switched on.</summary>
internal sealed record FaultListResponse(IEnumerable<ActiveFault> Lines) : ControlResponse
{
    protected override void WriteMembers(Utf8JsonWriter json) => FaultWriter.WriteAll(json, Lines);
}
