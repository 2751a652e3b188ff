using System.Text.Json.Nodes;

namespace Trackly.Sdk;

/// <summary>Values that Trackly puts into the macros of a message text.</summary>
/// <remarks>Source: <see href="https://docs.tracklysms.com/api-reference/v2/messages/send-single"/>.</remarks>
public sealed record ContactData
{
    /// <summary>The value of <c>{{first_name}}</c>. Null, the default, leaves the field out.</summary>
    public string? FirstName { get; init; }

    /// <summary>The contact's last name. Null, the default, leaves the field out.</summary>
    public string? LastName { get; init; }

    /// <summary>The contact's time zone. Null, the default, leaves the field out. Trackly does not document the format.</summary>
    public string? Timezone { get; init; }

    /// <summary>Further values by name: strings, numbers, booleans, null or nested objects. Null, the default, leaves the field out.</summary>
    public JsonObject? CustomFields { get; init; }

    /// <summary>Names the type, never its contents: what is logged by accident stays private.</summary>
    /// <returns>A text without a name or custom field.</returns>
    public override string ToString() => nameof(ContactData);
}
