using System.Text.Json;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>One message.</summary>
internal sealed record MessageResponse(EmulatedMessage Message, string Api) : ControlResponse
{
    protected override void WriteMembers(Utf8JsonWriter json) => MessageWriter.WriteMembers(json, Message, Api);
}
