using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Trackly.Sdk.Testing.Emulator.Faults;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>A fault that was just switched on, with its id.</summary>
internal sealed record AddedFaultResponse(ActiveFault Line) : ControlResponse(StatusCodes.Status201Created)
{
    protected override void WriteMembers(Utf8JsonWriter json) => FaultWriter.WriteMembers(json, Line);
}
