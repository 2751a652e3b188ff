using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>A response whose members another class writes.</summary>
internal sealed record ObjectResponse(Action<Utf8JsonWriter> Write, int StatusOfResponse = StatusCodes.Status200OK) : ControlResponse(StatusOfResponse)
{
    protected override void WriteMembers(Utf8JsonWriter json) => Write(json);
}
