using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Trackly.Sdk.Testing.Emulator.Faults;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>The response to switching a fault on: the fault with its id.</summary>
internal sealed record AddedFaultResponse(ActiveFault Fault) : ControlResponse(StatusCodes.Status201Created)
{
    protected override void WriteMembers(Utf8JsonWriter json) => FaultWriter.WriteMembers(json, Fault);

    protected override void WriteHeaders(IHeaderDictionary headers)
    {
        base.WriteHeaders(headers);
        headers.Location = string.Create(CultureInfo.InvariantCulture, $"/_emulator/faults/{Fault.Id}");
    }
}
