using Trackly.Sdk.Pipeline.Json;

namespace Trackly.Sdk.Contacts;

/// <summary>Reads contacts.</summary>
internal static class ContactParser
{
    /// <summary>Reads a contact with all its lists. Null when it has no number.</summary>
    public static Contact? ParseWithLists(ResponseObject? json)
    {
        if (Parse(json) is not { } contact)
            return null;
        var lists = json!.TakeObjects("lists")?.OfType<ResponseObject>().Select(static list => ParseMembership(list, isWhole: true)).ToList() ?? [];
        return contact with { Lists = lists, AdditionalProperties = json.GetOthers() };
    }

    /// <summary>Reads a row of a listing: a contact and one of its lists in one object. Null when it has no number.</summary>
    public static Contact? ParseRow(ResponseObject? json)
    {
        if (Parse(json) is not { } contact)
            return null;
        var list = ParseMembership(json!, isWhole: false);
        return contact with { Lists = [list], AdditionalProperties = json!.GetOthers() };
    }

    private static Contact? Parse(ResponseObject? json) => json?.TakeString("phone_number") is not { Length: > 0 } number ? null : new Contact
    {
        PhoneNumber = number,
        Carrier = json.TakeString("carrier"),
        LineType = new ContactLineType(json.TakeString("line_type")),
        Timezone = json.TakeString("timezone"),
        IsValid = json.TakeBoolean("is_valid"),
    };

    /// <param name="json">The object.</param>
    /// <param name="isWhole">Whether the object describes the list alone, so that what is left belongs to it.</param>
    private static ContactMembership ParseMembership(ResponseObject json, bool isWhole) => new()
    {
        ListNumber = json.TakeString("list_number") ?? "",
        ListId = json.TakeInt32("list_id"),
        Active = json.TakeBoolean("active"),
        SignupDate = json.TakeTime("signup_date"),
        SignupMethod = json.TakeString("signup_method"),
        CustomFields = json.TakeValues("custom_fields") ?? [],
        SendCount = json.TakeInt32("send_count"),
        ClickCount = json.TakeInt32("click_count"),
        RevenueTotal = json.TakeDecimal("revenue_total"),
        ConversionCount = json.TakeInt32("conversion_count"),
        LastSentAt = json.TakeTime("last_sent_at"),
        LastClickedAt = json.TakeTime("last_clicked_at"),
        InWorkflow = json.TakeBoolean("in_workflow"),
        AdditionalProperties = isWhole ? json.GetOthers() : ResponseObject.NoProperties,
    };
}
