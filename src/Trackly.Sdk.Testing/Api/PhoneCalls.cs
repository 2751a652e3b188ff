using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trackly.Sdk.Testing.Api;

/// <summary>Validates phone numbers.</summary>
/// <remarks>The emulator asks no carrier. Its choice: a number that can be one is a mobile phone that can be texted, for $0.003 the first time.</remarks>
internal static class PhoneCalls
{
    private const int MaxPhones = 500;
    private const decimal Cost = 0.003m;

    public static ApiPlan PlanOne(JsonElement json, ApiState state)
    {
        if (ContactFields.GetString(json, "phone") is not { } phone || string.IsNullOrWhiteSpace(phone))
            return ApiPlan.Fail("missing_phones");
        return FindError(json, state) is { } error ? ApiPlan.Fail(error) : ApiPlan.Do(() => ApiResponse.Create(Validate(phone, IsForced(json), state)));
    }

    public static ApiPlan PlanMany(JsonElement json, ApiState state)
    {
        if (ContactFields.Find(json, "phones") is not { ValueKind: JsonValueKind.Array } phones || phones.GetArrayLength() == 0)
            return ApiPlan.Fail("missing_phones");
        if (phones.GetArrayLength() > MaxPhones)
            return ApiPlan.Fail("too_many_phones");
        return FindError(json, state) is { } error ? ApiPlan.Fail(error) : ApiPlan.Do(() =>
        {
            JsonObject[] results = [.. phones.EnumerateArray().Select(phone => phone.ValueKind is JsonValueKind.String
                ? Validate(phone.GetString()!, IsForced(json), state)
                : new JsonObject { ["phone"] = null, ["error"] = "The phone is not a string.", ["code"] = "invalid_phone" })];
            return ApiResponse.Create(new JsonObject { ["results"] = new JsonArray([.. results]), ["summary"] = CreateSummary(results) });
        });
    }

    private static ApiResponse? FindError(JsonElement json, ApiState state) =>
        ContactFields.Find(json, "force") is { } force && force.ValueKind is not (JsonValueKind.True or JsonValueKind.False) ? ApiResponse.CreateError("invalid_force")
        : state.BillingError is { } billing ? ApiResponse.CreateError(billing, 402)
        : null;

    private static bool IsForced(JsonElement json) => ContactFields.IsTrue(json, "force");

    private static JsonObject Validate(string phone, bool force, ApiState state)
    {
        var number = PhoneNumbers.Normalize(phone);
        var isCached = number is not null && state.Validate(number) && !force;
        return new JsonObject
        {
            ["phone"] = number ?? phone,
            ["valid"] = number is not null,
            ["line_type"] = number is null ? "unknown" : "mobile",
            ["carrier"] = number is null ? null : "Emulated",
            ["carrier_raw"] = number is null ? null : "EMULATED",
            ["ported"] = false,
            ["country"] = number is null ? null : number.StartsWith("+1", StringComparison.Ordinal) ? "US" : null,
            ["state"] = "",
            ["city"] = "",
            ["on_dnc"] = false,
            ["disposition"] = number is null ? "invalid" : "ok",
            ["cost"] = isCached || number is null ? 0m : Cost,
            ["cached"] = isCached,
        };
    }

    private static JsonObject CreateSummary(JsonObject[] results)
    {
        int Count(string disposition) => results.Count(result => result["disposition"]?.GetValue<string>() == disposition);
        return new JsonObject
        {
            ["total"] = results.Length,
            ["ok"] = Count("ok"),
            ["unreachable"] = Count("unreachable"),
            ["invalid"] = Count("invalid"),
            ["risky"] = Count("risky"),
            ["unknown"] = Count("unknown"),
            ["errors"] = results.Count(static result => result.ContainsKey("error")),
            ["cached"] = results.Count(static result => result["cached"]?.GetValue<bool>() == true),
            ["total_cost"] = results.Sum(static result => result["cost"]?.GetValue<decimal>() ?? 0m),
        };
    }
}
