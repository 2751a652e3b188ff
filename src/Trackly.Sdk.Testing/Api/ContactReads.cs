using System.Text.Json.Nodes;

namespace Trackly.Sdk.Testing.Api;

/// <summary>Reads contacts.</summary>
/// <remarks>The emulator looks up no carrier: every contact is a valid mobile phone in Los Angeles, as in the documentation's sample.</remarks>
internal static class ContactReads
{
    private const int DefaultPageSize = 50;
    private const int MaxPageSize = 1_000;

    public static ApiPlan PlanOne(string number, ApiState state) => state.Contacts.Read(number, contact => CreateContact(contact, state)) is { } body
        ? ApiPlan.Do(() => ApiResponse.Create(body))
        // What the response is, is not documented. The emulator's choice: the status that HTTP has for it, with the code of other operations.
        : ApiPlan.Fail(ApiResponse.CreateError("contact_not_found", 404));

    public static ApiPlan PlanList(ApiQuery query, ApiState state)
    {
        if (query.Find("list_number") is { } list && !PhoneNumbers.IsE164(list))
            return ApiPlan.Fail("invalid_list_number");
        var (page, size) = (query.GetNumber("page", 1, int.MaxValue), query.GetNumber("per_page", DefaultPageSize, MaxPageSize));
        var isActive = query.Find("active") switch
        {
            "true" => true,
            "false" => false,
            _ => (bool?)null,
        };
        return ApiPlan.Do(() =>
        {
            var (rows, total) = state.Contacts.Read(
                query.Find("list_number"), isActive, (int)Math.Min((long)(page - 1) * size, int.MaxValue), size, JsonNode (row) => CreateRow(row, state));
            return ApiResponse.Create(new JsonObject
            {
                ["contacts"] = new JsonArray([.. rows]),
                ["pagination"] = new JsonObject { ["page"] = page, ["per_page"] = size, ["total"] = total, ["total_pages"] = (total + size - 1) / size },
            });
        });
    }

    private static JsonObject CreateContact(BookContact contact, ApiState state)
    {
        var lists = contact.Lists.Values.OrderBy(static list => list.Sequence).Select(list => (JsonNode)new JsonObject
        {
            ["list_id"] = state.Lists.FindId(list.ListNumber),
            ["list_number"] = list.ListNumber,
            ["active"] = state.Contacts.IsActive(list),
            ["signup_date"] = BookMembership.FormatTime(list.Signup),
            ["custom_fields"] = list.CustomFields.DeepClone(),
            ["send_count"] = list.SendCount,
            ["click_count"] = 0,
        });
        var body = new JsonObject { ["phone_number"] = contact.Number };
        AddCarrier(body);
        body["lists"] = new JsonArray([.. lists]);
        return body;
    }

    private static JsonObject CreateRow(BookMembership row, ApiState state)
    {
        var body = new JsonObject
        {
            ["phone_number"] = row.Number,
            ["list_number"] = row.ListNumber,
            ["list_id"] = state.Lists.FindId(row.ListNumber),
            ["active"] = state.Contacts.IsActive(row),
            ["signup_date"] = BookMembership.FormatTime(row.Signup),
            ["signup_method"] = "api",
            ["custom_fields"] = row.CustomFields.DeepClone(),
        };
        AddCarrier(body);
        body["send_count"] = row.SendCount;
        (body["click_count"], body["revenue_total"], body["conversion_count"]) = (0, 0, 0);
        (body["last_sent_at"], body["last_clicked_at"], body["in_workflow"]) = (null, null, false);
        return body;
    }

    private static void AddCarrier(JsonObject body) =>
        (body["carrier"], body["line_type"], body["timezone"], body["is_valid"]) = ("Emulated", "CELL PHONE", "America/Los_Angeles", true);
}
