using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trackly.Sdk.Testing.Api;

/// <summary>Creates or updates up to 1,000 contacts in one call: the good ones, whatever is wrong with the others.</summary>
internal static class ContactImports
{
    private const int MaxContacts = 1_000;

    public static ApiPlan Plan(JsonElement json, ApiState state)
    {
        if (ContactFields.Find(json, "contacts") is not { ValueKind: JsonValueKind.Array } contacts || contacts.GetArrayLength() == 0)
            return ApiPlan.Fail("missing_contacts");
        if (contacts.GetArrayLength() > MaxContacts)
            return ApiPlan.Fail("too_many_contacts");
        // The documentation says that the whole batch is refused.
        if (state.BillingError is { } billing
            && contacts.EnumerateArray().Any(static item => item.ValueKind is JsonValueKind.Object && ContactFields.IsTrue(item, "use_validation")))
            return ApiPlan.Fail(ApiResponse.CreateError(billing, 402));
        return ApiPlan.Do(() => Apply(contacts, state));
    }

    private static ApiResponse Apply(JsonElement contacts, ApiState state)
    {
        var (index, accepted, created, createdOnList) = (0, 0, 0, 0);
        var errors = new JsonArray();
        foreach (var item in contacts.EnumerateArray())
        {
            if (ContactFields.FindContactError(item, state) is { } code)
            {
                errors.Add((JsonNode)CreateError(index, item, code));
            }
            else
            {
                var (_, _, isNew, isNewOnList) = ContactWrites.Upsert(item, state);
                (accepted, created, createdOnList) = (accepted + 1, created + (isNew ? 1 : 0), createdOnList + (isNewOnList ? 1 : 0));
            }

            index++;
        }

        return ApiResponse.Create(new JsonObject
        {
            ["success_count"] = accepted,
            ["error_count"] = errors.Count,
            ["errors"] = errors,
            ["contacts_created"] = created,
            ["list_contacts_created"] = createdOnList,
            ["journeys_enrolled"] = 0,
        });
    }

    private static JsonObject CreateError(int index, JsonElement item, string code) => new JsonObject
    {
        ["index"] = index,
        ["phone_number"] = item.ValueKind is JsonValueKind.Object ? ContactFields.GetString(item, "phone_number") : null,
        ["code"] = code,
        ["error"] = DocumentedErrors.Find(code)?.Message ?? code,
    };
}
