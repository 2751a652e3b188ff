using System.Text.Json;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>The address of the API, the accounts with their lists, and the counts. Never a key.</summary>
internal sealed record StateResponse(EmulatorServices Services, string Api) : ControlResponse
{
    protected override void WriteMembers(Utf8JsonWriter json)
    {
        var snapshot = Services.Messages.Snapshot;
        json.WriteString("api", Api);
        json.WriteStartArray("accounts");
        foreach (var account in Services.Accounts.All)
            Write(json, account);
        json.WriteEndArray();
        json.WriteNumber("max_messages", Services.MaxMessages);
        json.WriteNumber("max_bytes", Services.MaxBytes);
        json.WriteNumber("bytes", snapshot.Bytes);
        json.WriteNumber("queued", snapshot.Queued);
        json.WriteNumber("kept", snapshot.Messages.Count);
        json.WriteNumber("dropped", snapshot.Dropped);
        json.WriteNumber("requests", Services.Send.Requests);
    }

    private static void Write(Utf8JsonWriter json, EmulatedAccount account)
    {
        json.WriteStartObject();
        json.WriteString("name", account.Name);
        json.WriteBoolean("is_suspended", account.IsSuspended);
        json.WriteStartArray("lists");
        foreach (var (number, status) in account.Lists)
        {
            json.WriteStartObject();
            json.WriteString("number", number);
            json.WriteString("status", ToName(status));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string ToName(EmulatedListStatus status) => status switch
    {
        EmulatedListStatus.Paused => "paused",
        EmulatedListStatus.Unverified => "unverified",
        _ => "active",
    };
}
