using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trackly.Sdk.Testing.Api;

/// <summary>Creates, updates and unsubscribes one contact.</summary>
internal static class ContactWrites
{
    /// <remarks>Without journeys of an account there is none to enter: the number is always 0.</remarks>
    public static ApiPlan PlanUpsert(JsonElement json, ApiState state)
    {
        if (ContactFields.FindContactError(json, state) is { } code)
            return ApiPlan.Fail(code);
        return ApiPlan.Do(() =>
        {
            var (contact, membership, isNew, isNewOnList) = Upsert(json, state);
            // The documentation says that the contact is created either way.
            if (ContactFields.IsTrue(json, "use_validation") && state.BillingError is { } error)
                return ApiResponse.CreateError(error, 402);
            return ApiResponse.Create(new JsonObject
            {
                ["success"] = true,
                ["contact_id"] = contact.Id,
                ["list_contact_id"] = membership.Id,
                ["is_new_contact"] = isNew,
                ["is_new_list_contact"] = isNewOnList,
                ["journeys_enrolled"] = 0,
            });
        });
    }

    public static ApiPlan PlanUpdate(JsonElement json, ApiState state)
    {
        if (ContactFields.FindError(json, state, needsList: false) is { } code)
            return ApiPlan.Fail(code);
        if (ContactFields.Find(json, "custom_fields") is null)
            return ApiPlan.Fail("missing_custom_fields");
        if (!ContactFields.HasGoodFields(json))
            return ApiPlan.Fail("invalid_custom_fields");
        var (number, list) = GetKey(json);
        if (!state.Contacts.Has(number))
            return ApiPlan.Fail("contact_not_found");
        if (state.Lists.FindId(list) is null)
            return ApiPlan.Fail("list_not_found");
        var merges = ContactFields.Find(json, "merge_fields") is not { ValueKind: JsonValueKind.False };
        return ApiPlan.Do(() => state.Contacts.Update(number, list, ContactFields.GetFields(json)!, merges) is var (id, fields)
            ? ApiResponse.Create(new JsonObject { ["success"] = true, ["list_contact_id"] = id, ["custom_fields"] = fields })
            : ApiResponse.CreateError("list_contact_not_found"));
    }

    public static ApiPlan PlanUnsubscribe(JsonElement json, ApiState state)
    {
        if (ContactFields.FindError(json, state, needsList: false) is { } code)
            return ApiPlan.Fail(code);
        var (number, list) = GetKey(json);
        return ApiPlan.Do(() => ApiResponse.Create(new JsonObject { ["success"] = true, ["unsubscribed"] = state.Contacts.Unsubscribe(number, list, state.Now) }));
    }

    public static (BookContact Contact, BookMembership Membership, bool IsNew, bool IsNewOnList) Upsert(JsonElement json, ApiState state)
    {
        var (number, list) = GetKey(json);
        return state.Contacts.Upsert(number, list, ContactFields.GetFields(json), ContactFields.GetTime(json, "signup_date"), state.Now);
    }

    private static (string Number, string List) GetKey(JsonElement json) => (ContactFields.GetString(json, "phone_number")!, ContactFields.GetString(json, "list_number")!);
}
