using System.Text.Json;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>One message.</summary>
internal sealed record OneMessage(EmulatedMessage Message, string Api) : ControlAnswer
{
    protected override void WriteMembers(Utf8JsonWriter json) => MessageWriter.WriteMembers(json, Message, Api);
}
