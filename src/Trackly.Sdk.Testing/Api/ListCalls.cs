using System.Globalization;
using System.Text.Json.Nodes;

namespace Trackly.Sdk.Testing.Api;

/// <summary>Reads sending lists.</summary>
internal static class ListCalls
{
    public static ApiPlan PlanAll(ApiQuery query, ApiState state) => ApiPlan.Do(() =>
    {
        var status = query.Find("status");
        var lists = state.Lists.GetAll().Where(list => status is null ? list.Status != "deleted" : list.Status == status);
        return ApiResponse.Create(new JsonObject { ["lists"] = new JsonArray([.. lists.Select(list => (JsonNode)Create(list, state))]) });
    });

    public static ApiPlan PlanOne(string id, ApiState state)
    {
        foreach (var list in state.Lists.GetAll())
        {
            if (list.Id.ToString(CultureInfo.InvariantCulture) == id)
                return ApiPlan.Do(() => ApiResponse.Create(Create(list, state)));
        }

        return ApiPlan.Fail("not_found");
    }

    private static JsonObject Create((int Id, string Number, string Status) list, ApiState state) => new()
    {
        ["id"] = list.Id,
        ["phone_number"] = list.Number,
        ["brand_name"] = "Emulated",
        ["list_name"] = $"List {list.Id.ToString(CultureInfo.InvariantCulture)}",
        ["list_type"] = "infobip",
        ["status"] = list.Status,
        ["contact_count"] = state.Contacts.CountActive(list.Number),
        ["created_at"] = "2025-03-15T14:30:00Z",
    };
}
