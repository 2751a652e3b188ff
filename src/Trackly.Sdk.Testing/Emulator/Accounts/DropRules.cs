using System.Text.Json;
using Trackly.Sdk.Testing.Emulator.Requests;

namespace Trackly.Sdk.Testing.Emulator.Accounts;

/// <summary>Finds why Trackly would drop a message after it responded with success.</summary>
/// <remarks>
/// The reasons are documented, and that they come after the response. When is not. The emulator's choice: the message is dropped as soon as it is queued,
/// and no webhook reports it.
/// </remarks>
internal static class DropRules
{
    private const string InactiveList = "inactive_list";
    private const string ContactBlocked = "contact_blocked";

    /// <param name="account">The account.</param>
    /// <param name="json">A valid request.</param>
    /// <param name="isRaw">Whether it can skip the check of the contact.</param>
    public static string? FindReason(EmulatedAccount account, JsonElement json, bool isRaw)
    {
        var list = json.GetProperty("list_number").GetString()!;
        if (account.FindStatus(list) is EmulatedListStatus.Paused)
            return InactiveList;
        var skipsContact = isRaw && json.Field("skip_contact_validation") is { ValueKind: JsonValueKind.True };
        return !skipsContact && account.HasOptedOut(json.GetProperty("to").GetString()!, list) ? ContactBlocked : null;
    }

    /// <returns>What the message says about it, or null without a reason.</returns>
    public static string? FindNote(string? reason) => reason switch
    {
        InactiveList => "The list is paused: the message is dropped as inactive_list. That the send succeeds is the emulator's choice.",
        ContactBlocked => "The recipient has opted out of this list: the message is dropped as contact_blocked. That the send succeeds is documented.",
        _ => null,
    };
}
