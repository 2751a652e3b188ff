using Trackly.Sdk.Pipeline.Attempts;
using Trackly.Sdk.Pipeline.Json;
using Trackly.Sdk.Pipeline.Responses;
using Trackly.Sdk.Pipeline.Validation;

namespace Trackly.Sdk.Contacts;

/// <summary><c>POST v2/contacts/bulk</c>: the contacts were checked one by one before.</summary>
internal sealed class ImportContactsOperation(RepeatSafety safety) : ContactOperation<ImportBatch, ImportResponse>
{
    private static readonly ImportContactsOperation Repeatable = new(RepeatSafety.Safe);
    private static readonly ImportContactsOperation Once = new(RepeatSafety.Unsafe);

    public override string Name => "import_contacts";

    public override HttpMethod Method => HttpMethod.Post;

    public override string Path => "v2/contacts/bulk";

    public override RepeatSafety RepeatSafety => safety;

    public override OutcomeAdvice Advice => safety == RepeatSafety.Safe ? ContactAdvice.Repeatable : ContactAdvice.Once;

    /// <summary>Finds the operation of a batch: one contact that may be texted makes a repeat of all unsafe.</summary>
    public static ImportContactsOperation Find(ImportBatch batch) =>
        batch.Items.Any(static item => item.Failure is null && UpsertContactOperation.MayText(item.Request)) ? Once : Repeatable;

    public override void Validate(ImportBatch request, RequestErrors errors)
    {
        // One contact that is not valid must not fail the others.
    }

    public override byte[] Serialize(ImportBatch request) => request.ToJson();

    /// <summary>Maps the contacts that journeys text. One that is blocked stays out of the call and gets its own result.</summary>
    public override ImportBatch MapRecipients(ImportBatch request, Func<string, string> map)
    {
        foreach (var item in request.Items.Where(static item => item.Failure is null && UpsertContactOperation.MayText(item.Request)))
            item.MapRecipient(map);
        return request.Items.FirstOrDefault(static item => item.IsBlocked) is { Failure: { } blocked } && request.Items.All(static item => item.Failure is not null)
            ? throw blocked
            : request;
    }

    public override ParsedResponse Parse(byte[] body)
    {
        if (ResponseObject.Parse(body) is not { } json)
            return new(ResponseKind.Unreadable, Problem: NotTheDocumentedObject);
        var (accepted, rejected, errors) = (json.TakeInt32("success_count"), json.TakeInt32("error_count"), json.TakeObjects("errors"));
        if (accepted is null && rejected is null && errors is null)
            return json.TakeBoolean("success") == false ? new(ResponseKind.Rejected) : new(ResponseKind.Unreadable, Problem: "it counts no contacts");
        return new(ResponseKind.Accepted, new ImportResponse
        {
            Accepted = accepted,
            Rejected = rejected,
            Errors = [.. (errors ?? []).Select(ParseError)],
            ContactsCreated = json.TakeInt32("contacts_created") ?? 0,
            ListContactsCreated = json.TakeInt32("list_contacts_created") ?? 0,
            JourneysEnrolled = json.TakeInt32("journeys_enrolled") ?? 0,
        });
    }

    private static ImportError ParseError(ResponseObject? json) => json is null ? new ImportError() : new ImportError
    {
        Index = json.TakeInt32("index"),
        PhoneNumber = json.TakeString("phone_number"),
        Code = json.TakeString("code"),
        Message = json.TakeString("error"),
        Others = json.GetOthers(),
    };
}
