using System.Text.Json;
using Trackly.Sdk.Testing.Emulator.Messages;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>Writes a message as JSON.</summary>
internal static class MessageWriter
{
    public static void Write(Utf8JsonWriter json, EmulatedMessage message, string api)
    {
        json.WriteStartObject();
        WriteMembers(json, message, api);
        json.WriteEndObject();
    }

    public static void WriteMembers(Utf8JsonWriter json, EmulatedMessage message, string api)
    {
        json.WriteNumber("sequence", message.Sequence);
        json.WriteString("message_id", message.MessageId);
        json.WriteString("received_at", JsonValues.Format(message.ReceivedAt));
        json.WriteString("account", message.Account);
        json.WriteString("endpoint", SendNotes.GetEndpoint(message));
        json.WriteString("status", message.Status);
        json.WriteString("status_detail", message.StatusDetail);
        json.WriteString("to", message.To);
        json.WriteString("list_number", message.ListNumber);
        json.WriteString("body", message.Body);
        json.WriteString("text", message.Text);
        WriteNotes(json, message.Notes);
        WriteLinks(json, message.Links);
        if (message.WrapLinks is { } wraps)
            json.WriteBoolean("wrap_links", wraps);
        else
            json.WriteNull("wrap_links");
        WriteSegments(json, message.Segments);
        Write(json, "contact_data", message.ContactData);
        Write(json, "metadata", message.Metadata);
        json.WriteString("request", message.RawJson);
        json.WriteString("curl", CurlCommand.Format(message, api));
        json.WriteString("fault", message.Fault.ToName());
    }

    private static void WriteNotes(Utf8JsonWriter json, IReadOnlyList<string> notes)
    {
        json.WriteStartArray("notes");
        foreach (var note in notes)
            json.WriteStringValue(note);
        json.WriteEndArray();
    }

    private static void WriteLinks(Utf8JsonWriter json, IReadOnlyList<EmulatedLink> links)
    {
        json.WriteStartArray("links");
        foreach (var link in links)
        {
            json.WriteStartObject();
            json.WriteString("url", link.Url);
            json.WriteString("short_url", link.ShortUrl);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSegments(Utf8JsonWriter json, SmsSegmentEstimate segments)
    {
        json.WriteString("encoding", segments.Encoding is SmsEncoding.Gsm7 ? "gsm7" : "ucs2");
        json.WriteNumber("segments", segments.Segments);
        json.WriteNumber("units", segments.Units);
        json.WriteNumber("units_per_segment", segments.UnitsPerSegment);
        json.WriteStartArray("forced_unicode");
        foreach (var forced in segments.ForcedUnicode)
        {
            json.WriteStartObject();
            json.WriteString("character", forced.Character);
            json.WriteString("code_point", $"U+{forced.CodePoint:X4}");
            json.WriteNumber("count", forced.Occurrences);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, JsonElement? value)
    {
        json.WritePropertyName(name);
        if (value is { } element)
            element.WriteTo(json);
        else
            json.WriteNullValue();
    }
}
