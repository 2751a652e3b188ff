using Trackly.Sdk.Testing.Emulator.Responses;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary><c>/_emulator/conversations</c>: one entry for each phone number, for the inbox page.</summary>
internal static class ConversationRoutes
{
    private const string Path = "/_emulator/conversations";
    private const int DefaultLimit = 100;
    private const int MaxLimit = 1_000;

    public static IEnumerable<ControlRoute> Create(EmulatorServices services) =>
    [
        new("GET", Path, request => List(services, request), "search", "limit"),
        new("DELETE", Path, _ => Clear(services)),
    ];

    private static ObjectResponse List(EmulatorServices services, ControlRequest request)
    {
        var search = QueryReader.ReadString(request.Query, "search") is { } text ? MessageSearch.Parse(text) : null;
        var limit = (int)QueryReader.ReadNumber(request.Query, "limit", DefaultLimit, min: 1, MaxLimit);
        var conversations = Conversation.CollectAll(services, search, request.Aborted);
        return new ObjectResponse(json =>
        {
            json.WriteStartArray("conversations");
            foreach (var conversation in conversations.Take(limit))
                ConversationWriter.Write(json, conversation, HasOptedOut(services, conversation));
            json.WriteEndArray();
            json.WriteNumber("total", conversations.Count);
        });
    }

    private static bool HasOptedOut(EmulatorServices services, Conversation conversation) =>
        conversation.ListNumber is { } list && services.Accounts.All.Any(account => account.HasOptedOut(conversation.PhoneNumber, list));

    /// <summary>Clears the messages last, because their event tells the page to read everything again.</summary>
    private static NoContentResponse Clear(EmulatorServices services)
    {
        services.Exchanges.Clear();
        services.Replies.Clear();
        services.Messages.Clear();
        return new NoContentResponse();
    }
}
