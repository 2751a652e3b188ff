using System.Text.Json;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>Where the emulator is, whom it plays, and how much came. Never a key.</summary>
internal sealed record State(Parts Parts, string Api) : ControlAnswer
{
    protected override void WriteMembers(Utf8JsonWriter json)
    {
        var shelf = Parts.Outbox.Shelf;
        json.WriteString("api", Api);
        json.WriteStartArray("accounts");
        foreach (var account in Parts.Accounts.All)
            Write(json, account);
        json.WriteEndArray();
        json.WriteNumber("most_messages", Parts.MostMessages);
        json.WriteNumber("queued", shelf.Queued);
        json.WriteNumber("kept", shelf.Messages.Count);
        json.WriteNumber("dropped", shelf.Dropped);
        json.WriteNumber("requests", Parts.Send.Requests);
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
            json.WriteString("status", WordOf(status));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string WordOf(EmulatedListStatus status) => status switch
    {
        EmulatedListStatus.Paused => "paused",
        EmulatedListStatus.Unverified => "unverified",
        _ => "active",
    };
}
