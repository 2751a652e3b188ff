using System.Text.Json;
using Trackly.Sdk.Testing.Emulator.Messages;
using Trackly.Sdk.Testing.Emulator.Requests;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>Writes a conversation as JSON: its counts and its last entry.</summary>
internal static class ConversationWriter
{
    private const int MaxTextLength = 200;

    public static void Write(Utf8JsonWriter json, Conversation conversation, bool hasOptedOut)
    {
        json.WriteStartObject();
        json.WriteString("phone_number", conversation.PhoneNumber);
        json.WriteString("list_number", conversation.ListNumber);
        json.WriteNumber("messages", conversation.Messages);
        json.WriteNumber("lost", conversation.Lost);
        json.WriteNumber("replies", conversation.Replies);
        json.WriteNumber("refused", conversation.Refused);
        json.WriteBoolean("opted_out", hasOptedOut);
        json.WriteStartObject("last");
        json.WriteString("at", JsonValues.Format(conversation.LastAt));
        WriteLast(json, conversation.Last);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteLast(Utf8JsonWriter json, object? last)
    {
        switch (last)
        {
            case EmulatedMessage message:
                json.WriteString("kind", "message");
                json.WriteString("text", Excerpt.Create(message.Text, MaxTextLength));
                json.WriteString("message_id", message.MessageId);
                json.WriteString("status", message.Status);
                json.WriteNumber("segments", message.Segments.Segments);
                json.WriteString("fault", message.Fault.ToName());
                break;
            case EmulatedReply reply:
                json.WriteString("kind", "reply");
                json.WriteString("text", Excerpt.Create(reply.Text, MaxTextLength));
                json.WriteBoolean("opts_out", reply.OptsOut);
                break;
            case EmulatedExchange refused:
                json.WriteString("kind", "refused");
                json.WriteString("text", Excerpt.Create(refused.Body ?? "", MaxTextLength));
                JsonValues.WriteNumber(json, "status", refused.Status);
                json.WriteString("code", refused.Code);
                json.WriteString("fault", refused.Fault.ToName());
                break;
        }
    }
}
