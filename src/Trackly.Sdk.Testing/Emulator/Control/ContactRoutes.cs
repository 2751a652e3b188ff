using System.Text.Json;
using Trackly.Sdk.Testing.Api;
using Trackly.Sdk.Testing.Emulator.Accounts;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary><c>/_emulator/contacts</c>: the contacts of an account, with who opted out of which list.</summary>
internal static class ContactRoutes
{
    private const int DefaultLimit = 100;
    private const int MaxLimit = 1_000;
    private static readonly string[] Flags = ["true", "false"];

    public static IEnumerable<ControlRoute> Create(EmulatorServices services) =>
        [new("GET", "/_emulator/contacts", request => List(services, request), "account", "list_number", "active", "page", "limit")];

    private static ObjectResponse List(EmulatorServices services, ControlRequest request)
    {
        var name = QueryReader.ReadString(request.Query, "account") ?? AccountDirectory.DefaultName;
        var account = services.Accounts.All.FirstOrDefault(account => account.Name == name) ?? throw new FormatException("account must be the name of one of the emulator's accounts.");
        var list = QueryReader.ReadString(request.Query, "list_number");
        var active = QueryReader.ReadName(request.Query, "active", Flags) is { } flag ? flag == "true" : (bool?)null;
        var limit = (int)QueryReader.ReadNumber(request.Query, "limit", DefaultLimit, min: 1, MaxLimit);
        var page = (int)QueryReader.ReadNumber(request.Query, "page", 1, min: 1, max: 1_000_000);
        var (rows, total) = account.Contacts.Read(list, active, (page - 1) * limit, limit, row => (Action<Utf8JsonWriter>)CreateWriter(row, account.Contacts));
        return new ObjectResponse(json =>
        {
            json.WriteStartArray("contacts");
            foreach (var write in rows)
                write(json);
            json.WriteEndArray();
            json.WriteNumber("total", total);
        });
    }

    /// <summary>Reads a row under the lock of the book, to be written later.</summary>
    private static Action<Utf8JsonWriter> CreateWriter(BookMembership row, ContactBook contacts)
    {
        var (isActive, signup, fields) = (contacts.IsActive(row), BookMembership.FormatTime(row.Signup) + "Z", row.CustomFields.DeepClone());
        return json =>
        {
            json.WriteStartObject();
            json.WriteString("phone_number", row.Number);
            json.WriteString("list_number", row.ListNumber);
            json.WriteBoolean("active", isActive);
            json.WriteString("signup_date", signup);
            json.WritePropertyName("custom_fields");
            fields.WriteTo(json);
            json.WriteEndObject();
        };
    }
}
