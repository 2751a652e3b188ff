using System.Text.Json;
using System.Text.Json.Nodes;
using Trackly.Sdk.Testing.Api;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>A contact on a list, or a number that opted out of the list without being a contact on it.</summary>
internal sealed record ContactRow(string Number, string ListNumber, OptOut? OptOut, DateTimeOffset? Signup = null, JsonObject? CustomFields = null)
{
    /// <summary>Copies the values of a row under the lock of the contact book, to be written later.</summary>
    public static ContactRow Create(BookMembership row, ContactBook contacts) => Borrow(row, contacts) with { CustomFields = (JsonObject)row.CustomFields.DeepClone() };

    /// <summary>Shares the custom fields of a row, to be used under the lock of the contact book.</summary>
    public static ContactRow Borrow(BookMembership row, ContactBook contacts) => new(row.Number, row.ListNumber, contacts.FindOptOut(row), row.Signup, row.CustomFields);

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("phone_number", Number);
        json.WriteString("list_number", ListNumber);
        json.WriteBoolean("active", OptOut is null);
        WriteOptOut(json);
        json.WriteString("signup_date", Signup is { } signup ? BookMembership.FormatTime(signup) + "Z" : null);
        json.WritePropertyName("custom_fields");
        (CustomFields ?? new JsonObject()).WriteTo(json);
        json.WriteEndObject();
    }

    private void WriteOptOut(Utf8JsonWriter json)
    {
        if (OptOut is null)
        {
            json.WriteNull("opt_out");
            return;
        }

        json.WriteStartObject("opt_out");
        json.WriteString("at", JsonValues.Format(OptOut.At));
        json.WriteString("by", OptOut.Keyword is null ? "api" : "reply");
        json.WriteString("keyword", OptOut.Keyword);
        json.WriteEndObject();
    }
}
