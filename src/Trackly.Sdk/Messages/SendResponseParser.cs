using System.Text;
using System.Text.Json;
using Trackly.Sdk.Pipeline.Json;
using Trackly.Sdk.Pipeline.Responses;

namespace Trackly.Sdk.Messages;

/// <summary>
/// Parses the 2xx body of a message operation: strict about <c>success</c>, <c>message_id</c> and <c>status</c>, lenient about additional members, because an
/// accepted message must not become unknown for their sake.
/// </summary>
internal static class SendResponseParser
{
    private const string NotTheDocumentedObject = "it is not the JSON object that Trackly documents";

    public static ParsedResponse Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            // Depth is no danger to a reader, and the body is bounded.
            var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = int.MaxValue });
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject ? ParseObject(ref reader, utf8) : new(ResponseKind.Unreadable, Problem: NotTheDocumentedObject);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return new(ResponseKind.Unreadable, Problem: NotTheDocumentedObject);
        }
    }

    private static ParsedResponse ParseObject(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        bool? success = null;
        string? messageId = null;
        MessageStatus? status = null;
        Dictionary<string, JsonElement>? others = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("success"u8))
                success = success is null && reader.Read() ? GetBoolean(ref reader) : throw new JsonException();
            else if (reader.ValueTextEquals("message_id"u8))
                messageId = messageId is null && reader.Read() ? GetId(ref reader) : throw new JsonException();
            else if (reader.ValueTextEquals("status"u8))
                status = status is null && reader.Read() ? GetStatus(ref reader) : throw new JsonException();
            else
                AdditionalMembers.Read(ref reader, utf8, ref others);
        }

        // Throws when something follows the object, which makes it another document.
        reader.Read();
        if (success == false)
            return new(ResponseKind.Rejected);
        return TextRules.IsBlank(messageId)
            ? new(ResponseKind.Unreadable, Problem: "it has no message id")
            : new(ResponseKind.Accepted, new SendResponse(messageId!) { Status = status ?? default, AdditionalProperties = others ?? SendResponse.NoProperties });
    }

    private static bool? GetBoolean(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();

    private static string? GetId(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan.ToArray()),
        _ => reader.GetString(),
    };

    private static MessageStatus? GetStatus(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        // Saves a string for the one status that every accepted message has.
        JsonTokenType.String when reader.ValueTextEquals("queued"u8) => MessageStatus.Queued,
        _ => new MessageStatus(reader.GetString()),
    };
}
