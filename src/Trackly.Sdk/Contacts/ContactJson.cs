using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Trackly.Sdk.Pipeline.Json;

namespace Trackly.Sdk.Contacts;

/// <summary>Writes contacts, whose additional fields no serializer knows.</summary>
internal static class ContactJson
{
    /// <summary>A request is not HTML: numbers and text travel as plain UTF-8, not as escapes.</summary>
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static bool IsKnown(string name) => name is "phone_number" or "list_number" or "use_journeys" or "skip_journey_if_exists" or "signup_date" or "ip_address" or "url"
        or "custom_fields" or "use_validation";

    public static byte[] Serialize(UpsertContactRequest contact) => Write(writer =>
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
        {
            using var document = JsonDocument.Parse(GetJson(fields), new JsonDocumentOptions { MaxDepth = FreeFormWriter.MaxDepth + 1 });
            foreach (var member in document.RootElement.EnumerateObject())
                member.WriteTo(writer);
        }
    });

    public static byte[] Serialize(UpdateContactFieldsRequest change) => Write(writer =>
    {
        WriteKey(writer, change.PhoneNumber, change.ListNumber);
        WriteFields(writer, change.CustomFields);
        WriteFlag(writer, "merge_fields", change.MergeFields);
    });

    public static byte[] Serialize(ContactKey key) => Write(writer => WriteKey(writer, key.PhoneNumber, key.ListNumber!));

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

    private static byte[] Write(Action<Utf8JsonWriter> writeMembers)
    {
        using var stream = new MemoryStream(256);
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            writeMembers(writer);
            writer.WriteEndObject();
        }

        return stream.ToArray();
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
        writer.WriteRawValue(GetJson(fields), skipInputValidation: true);
    }

    private static byte[] GetJson(Dictionary<string, object?> values) => (values as WrittenValues ?? FreeFormJson.Write(values)).Json;

    private static void WriteFlag(Utf8JsonWriter writer, string name, bool? value)
    {
        if (value is { } flag)
            writer.WriteBoolean(name, flag);
    }
}
