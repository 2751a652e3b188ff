using System.Text.Json;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>The address of the API, the accounts with their lists, and the counts.</summary>
internal sealed record StateResponse(EmulatorServices Services, string Api) : ControlResponse
{
    protected override void WriteMembers(Utf8JsonWriter json)
    {
        var snapshot = Services.Messages.Snapshot;
        json.WriteString("api", Api);
        json.WriteStartArray("accounts");
        foreach (var account in Services.Accounts.All)
        {
            json.WriteStartObject();
            AccountWriter.WriteMembers(json, account);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("max_messages", Services.MaxMessages);
        json.WriteNumber("max_bytes", Services.MaxBytes);
        json.WriteNumber("bytes", snapshot.Bytes);
        json.WriteNumber("queued", snapshot.Queued);
        json.WriteNumber("kept", snapshot.Messages.Count);
        json.WriteNumber("dropped", snapshot.Dropped);
        json.WriteNumber("requests", Services.Send.Requests);
        json.WriteNumber("refused", Services.Exchanges.Refused);
    }
}
