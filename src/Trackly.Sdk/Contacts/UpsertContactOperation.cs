using Trackly.Sdk.Pipeline.Attempts;
using Trackly.Sdk.Pipeline.Json;
using Trackly.Sdk.Pipeline.Responses;
using Trackly.Sdk.Pipeline.Validation;

namespace Trackly.Sdk.Contacts;

/// <summary><c>POST v2/contacts</c>. A repeat leaves the same contact, unless it enters journeys or has fields whose effect is not known.</summary>
internal sealed class UpsertContactOperation(RepeatSafety safety) : ContactOperation<UpsertContactRequest, UpsertContactResponse>
{
    private static readonly UpsertContactOperation Repeatable = new(RepeatSafety.Safe);
    private static readonly UpsertContactOperation Once = new(RepeatSafety.Unsafe);

    public override string Name => "upsert_contact";

    public override HttpMethod Method => HttpMethod.Post;

    public override RepeatSafety RepeatSafety => safety;

    public override OutcomeAdvice Advice => safety == RepeatSafety.Safe ? ContactAdvice.Repeatable : ContactAdvice.Once;

    public static UpsertContactOperation Find(UpsertContactRequest request) => MayText(request) ? Once : Repeatable;

    /// <summary>Returns whether each arrival of the request may do more than leave the same contact.</summary>
    public static bool MayText(UpsertContactRequest request) => request.UseJourneys == true || request.AdditionalFields is { Count: > 0 };

    public override void Validate(UpsertContactRequest request, RequestErrors errors) => ContactRules.Check(request, errors);

    public override UpsertContactRequest WriteValues(UpsertContactRequest request, RequestErrors errors)
    {
        var written = ContactRules.WriteValues(request, errors);
        if (errors.ToException() is null)
            ContactRules.CheckSize(ContactJson.Serialize(written).Length, errors);
        return written;
    }

    public override byte[] Serialize(UpsertContactRequest request) => ContactJson.Serialize(request);

    /// <summary>Maps a contact that enters journeys, because they text it.</summary>
    public override UpsertContactRequest MapRecipients(UpsertContactRequest request, Func<string, string> map) =>
        MayText(request) && map(request.PhoneNumber) is var number && number != request.PhoneNumber ? request with { PhoneNumber = number } : request;

    public override ParsedResponse Parse(byte[] body)
    {
        if (ResponseObject.Parse(body) is not { } json)
            return new(ResponseKind.Unreadable, Problem: NotTheDocumentedObject);
        var (success, id) = (json.TakeBoolean("success"), json.TakeString("contact_id"));
        if (success == false)
            return new(ResponseKind.Rejected);
        return success is null && id is null ? new(ResponseKind.Unreadable, Problem: "it has no contact id") : new(ResponseKind.Accepted, new UpsertContactResponse
        {
            ContactId = id,
            ListContactId = json.TakeString("list_contact_id"),
            IsNewContact = json.TakeBoolean("is_new_contact"),
            IsNewListContact = json.TakeBoolean("is_new_list_contact"),
            JourneysEnrolled = json.TakeInt32("journeys_enrolled"),
            AdditionalProperties = json.GetOthers(),
        });
    }

    public override UpsertContactResponse WithAttempts(UpsertContactResponse response, IReadOnlyList<SendAttempt> attempts) => response with { Attempts = attempts };
}
