using Trackly.Sdk.Testing.Api;
using Trackly.Sdk.Testing.Emulator.Accounts;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary><c>/_emulator/contacts</c>: the contacts of an account, and who opted out of which list and how.</summary>
internal static class ContactRoutes
{
    private const int DefaultLimit = 100;
    private const int MaxLimit = 1_000;

    public static IEnumerable<ControlRoute> Create(EmulatorServices services) =>
        [new("GET", "/_emulator/contacts", request => List(services, request), "account", "list_number", "active", "search", "page", "limit")];

    private static ObjectResponse List(EmulatorServices services, ControlRequest request)
    {
        var name = QueryReader.ReadString(request.Query, "account") ?? AccountDirectory.DefaultName;
        var account = services.Accounts.All.FirstOrDefault(account => account.Name == name)
            ?? throw new FormatException("account must be the name of one of the emulator's accounts.");
        var list = QueryReader.ReadString(request.Query, "list_number");
        var active = QueryReader.ReadFlag(request.Query, "active");
        var limit = (int)QueryReader.ReadNumber(request.Query, "limit", DefaultLimit, min: 1, MaxLimit);
        var page = (int)QueryReader.ReadNumber(request.Query, "page", 1, min: 1, max: 1_000_000);
        var search = QueryReader.ReadString(request.Query, "search") is { } text ? ContactSearch.Parse(text) : null;
        var (rows, total) = Read(account.Contacts, list, active, search, (page - 1) * limit, limit);
        return new ObjectResponse(json =>
        {
            json.WriteStartArray("contacts");
            foreach (var row in rows)
                row.Write(json);
            json.WriteEndArray();
            json.WriteNumber("total", total);
        });
    }

    /// <summary>Reads the numbers that opted out without being a contact first, then the contacts.</summary>
    private static (IReadOnlyList<ContactRow> Rows, int Total) Read(ContactBook book, string? list, bool? active, ContactSearch? search, int skip, int take)
    {
        List<ContactRow> others = active is true ? [] : [.. book.FindOptOutsOfOthers(list)
            .Select(static other => new ContactRow(other.Number, other.ListNumber, other.OptOut)).Where(row => search?.Matches(row) ?? true)];
        List<ContactRow> rows = [.. others.Skip(skip).Take(take)];
        var (contacts, total) = book.Read(
            list, active, Math.Max(0, skip - others.Count), take - rows.Count, row => ContactRow.Create(row, book), row => search?.Matches(ContactRow.Borrow(row, book)) ?? true);
        return ([.. rows, .. contacts], others.Count + total);
    }
}
