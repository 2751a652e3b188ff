using System.Text.Json;

namespace Trackly.Sdk.Testing.Api;

/// <summary>The calls of contacts, lists and phones, as the documentation describes them, over the state of one account. The fake and the emulator share it.</summary>
internal static class ResourceApi
{
    private const string Contacts = "v2/contacts";
    private const string ContactsBulk = "v2/contacts/bulk";
    private const string Lists = "v2/lists";
    private const string Phone = "v1/phone/validate";
    private const string Phones = "v1/phone/validate/batch";

    /// <summary>Returns the methods of a path below the base address, for example <c>GET, POST</c>. Null when there is no such path.</summary>
    public static string? FindMethods(string path) => path switch
    {
        Contacts => "GET, POST, PUT, DELETE",
        ContactsBulk or Phone or Phones => "POST",
        Lists => "GET",
        _ when FindId(path, Contacts) is not null || FindId(path, Lists) is not null => "GET",
        _ => null,
    };

    /// <param name="method">One of the methods of the path.</param>
    /// <param name="path">The path.</param>
    /// <param name="query">The query.</param>
    /// <param name="json">The body. An undefined element when there is none.</param>
    /// <param name="state">The account.</param>
    public static ApiPlan Plan(string method, string path, ApiQuery query, JsonElement json, ApiState state)
    {
        if (method != "GET" && json.ValueKind is not JsonValueKind.Object)
            return ApiPlan.Fail(ApiResponse.CreateError(400, "The request body must be a JSON object."));
        return (method, path) switch
        {
            ("POST", Contacts) => ContactWrites.PlanUpsert(json, state),
            ("PUT", Contacts) => ContactWrites.PlanUpdate(json, state),
            ("DELETE", Contacts) => ContactWrites.PlanUnsubscribe(json, state),
            ("POST", ContactsBulk) => ContactImports.Plan(json, state),
            ("GET", Contacts) => ContactReads.PlanList(query, state),
            ("POST", Phone) => PhoneCalls.PlanOne(json, state),
            ("POST", Phones) => PhoneCalls.PlanMany(json, state),
            ("GET", Lists) => ListCalls.PlanAll(query, state),
            _ when FindId(path, Contacts) is { } number => ContactReads.PlanOne(number, state),
            _ => ListCalls.PlanOne(FindId(path, Lists) ?? "", state),
        };
    }

    private static string? FindId(string path, string collection)
    {
        var parts = path.Split('/');
        return parts.Length == 3 && parts[2].Length > 0 && $"{parts[0]}/{parts[1]}" == collection ? Uri.UnescapeDataString(parts[2]) : null;
    }
}
