using Trackly.Sdk.Pipeline.Json;
using Trackly.Sdk.Pipeline.Responses;
using Trackly.Sdk.Pipeline.Validation;

namespace Trackly.Sdk.Contacts;

/// <summary><c>GET v2/contacts</c>: one page.</summary>
internal sealed class ListContactsOperation : ContactOperation<ContactQuery, ContactPage>
{
    public static ListContactsOperation Instance { get; } = new();

    public override string Name => "list_contacts";

    public override HttpMethod Method => HttpMethod.Get;

    public override OutcomeAdvice Advice => OutcomeAdvice.Read;

    /// <summary>Gets room for a page of 1,000 contacts of 4,000 bytes of fields each, and what else is known of them.</summary>
    public override int MaxResponseBytes => 8 * 1024 * 1024;

    public override void Validate(ContactQuery request, RequestErrors errors)
    {
        if (request.ListNumber is { } number)
            ContactRules.CheckList(number, errors);
    }

    public override string GetPathSuffix(ContactQuery request)
    {
        var list = request.ListNumber is { } number ? $"list_number={Uri.EscapeDataString(number)}&" : "";
        var active = request.Active is { } flag ? flag ? "active=true&" : "active=false&" : "";
        return FormattableString.Invariant($"?{list}{active}page={request.Page}&per_page={request.PageSize}");
    }

    public override byte[]? Serialize(ContactQuery request) => null;

    public override ParsedResponse Parse(byte[] body)
    {
        if (ResponseObject.Parse(body) is not { } json || json.TakeObjects("contacts") is not { } rows)
            return new(ResponseKind.Unreadable, Problem: NotTheDocumentedObject);
        List<Contact> contacts = new(rows.Count);
        foreach (var row in rows)
        {
            if (ContactParser.ParseRow(row) is not { } contact)
                return new(ResponseKind.Unreadable, Problem: "it has a contact without a number");
            contacts.Add(contact);
        }

        var pagination = json.TakeObject("pagination");
        return new(ResponseKind.Accepted, new ContactPage
        {
            Contacts = contacts,
            Total = pagination?.TakeInt32("total"),
            TotalPages = pagination?.TakeInt32("total_pages"),
            ReportedPage = pagination?.TakeInt32("page"),
            ReportedSize = pagination?.TakeInt32("per_page"),
        });
    }
}
