using System.Globalization;
using System.Text.Json;
using Trackly.Sdk.Pipeline.Json;

namespace Trackly.Sdk.Contacts;

/// <summary>Writes contacts, whose additional fields no serializer knows.</summary>
internal static class ContactJson
{
    public static bool IsKnown(string name) => name is "phone_number" or "list_number" or "use_journeys" or "skip_journey_if_exists" or "signup_date" or "ip_address" or "url"
        or "custom_fields" or "use_validation";

    public static byte[] Serialize(UpsertContactRequest contact)
    {
        using var writer = new ContactWriter();
        return Serialize(contact, writer);
    }

    public static byte[] Serialize(UpsertContactRequest contact, ContactWriter contacts) => contacts.Write(contact, static (writer, contact) =>
    {
        WriteKey(writer, contact.PhoneNumber, contact.ListNumber);
        WriteFlag(writer, "use_journeys", contact.UseJourneys);
        WriteFlag(writer, "skip_journey_if_exists", contact.SkipJourneyIfExists);
        if (contact.SignupDate is { } date)
            writer.WriteString("signup_date", date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture));
        if (contact.IpAddress is { } address)
            writer.WriteString("ip_address", address);
        if (contact.Url is { } url)
            writer.WriteString("url", url);
        WriteFields(writer, contact.CustomFields);
        WriteFlag(writer, "use_validation", contact.UseValidation);
        if (contact.AdditionalFields is { } fields)
            WriteMembers(writer, (fields as WrittenValues ?? FreeFormJson.Write(fields)).Json);
    });

    public static byte[] Serialize(UpdateContactFieldsRequest change)
    {
        using var contacts = new ContactWriter();
        return contacts.Write(change, static (writer, change) =>
        {
            WriteKey(writer, change.PhoneNumber, change.ListNumber);
            WriteFields(writer, change.CustomFields);
            WriteFlag(writer, "merge_fields", change.MergeFields);
        });
    }

    public static byte[] Serialize(ContactKey key)
    {
        using var contacts = new ContactWriter();
        return contacts.Write(key, static (writer, key) => WriteKey(writer, key.PhoneNumber, key.ListNumber!));
    }

    /// <summary>Returns the fields whose value is neither string, number nor boolean, and what it is instead.</summary>
    public static IReadOnlyList<(string Name, string Kind)> FindOtherFields(byte[] json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = FreeFormWriter.MaxDepth + 1 });
        List<(string, string)> others = [];
        for (reader.Read(); reader.Read() && reader.TokenType == JsonTokenType.PropertyName; reader.Skip())
        {
            var name = reader;
            reader.Read();
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray or JsonTokenType.Null)
                others.Add((name.GetString()!, reader.TokenType is JsonTokenType.Null ? "null" : reader.TokenType is JsonTokenType.StartArray ? "a sequence" : "an object"));
        }

        return others;
    }

    private static void WriteKey(Utf8JsonWriter writer, string phoneNumber, string listNumber)
    {
        writer.WriteString("phone_number", phoneNumber);
        writer.WriteString("list_number", listNumber);
    }

    private static void WriteFields(Utf8JsonWriter writer, Dictionary<string, object?>? fields)
    {
        if (fields is null)
            return;
        writer.WritePropertyName("custom_fields");
        if (fields is WrittenValues written)
            writer.WriteRawValue(written.Json, skipInputValidation: true);
        else
            new FreeFormWriter(writer).WriteObject(fields);
    }

    private static void WriteMembers(Utf8JsonWriter writer, byte[] json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = FreeFormWriter.MaxDepth + 1 });
        foreach (var member in document.RootElement.EnumerateObject())
            member.WriteTo(writer);
    }

    private static void WriteFlag(Utf8JsonWriter writer, string name, bool? value)
    {
        if (value is { } flag)
            writer.WriteBoolean(name, flag);
    }
}
