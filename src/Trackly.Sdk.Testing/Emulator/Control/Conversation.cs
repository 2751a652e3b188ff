using Trackly.Sdk.Testing.Emulator.Requests;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>What happened with one phone number: what was sent to it, what was refused, and what it replied.</summary>
internal sealed class Conversation(string phoneNumber)
{
    private DateTimeOffset _listNamedAt;

    public string PhoneNumber => phoneNumber;

    /// <summary>The list of the last message or reply. Null when every request was refused.</summary>
    public string? ListNumber { get; private set; }

    /// <summary>The last message, reply or refused request.</summary>
    public object? Last { get; private set; }

    public DateTimeOffset LastAt { get; private set; }

    /// <summary>The order of conversations whose last entries have the same time.</summary>
    public int Order { get; private set; }

    public int Messages { get; private set; }

    /// <summary>The number of messages whose sender cannot know that they were queued.</summary>
    public int Lost { get; private set; }

    public int Replies { get; private set; }

    public int Refused { get; private set; }

    /// <summary>Whether the search found an entry of the conversation.</summary>
    public bool IsFound { get; private set; }

    /// <summary>Collects the conversations, newest activity first.</summary>
    public static IReadOnlyList<Conversation> CollectAll(EmulatorServices services, MessageSearch? search, CancellationToken cancellationToken)
    {
        var (all, order) = (new Dictionary<string, Conversation>(StringComparer.Ordinal), 0);
        foreach (var message in services.Messages.Snapshot.Messages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Find(message.To).Add(message, order++, search);
        }

        foreach (var reply in services.Replies.All)
            Find(reply.PhoneNumber).Add(reply, order++, search);
        foreach (var exchange in services.Exchanges.All.Where(static exchange => exchange.IsRefused && E164.IsNumber(exchange.To)))
            Find(exchange.To!).Add(exchange, order++, search);
        return [.. all.Values.Where(static one => one.IsFound).OrderByDescending(static one => one.LastAt).ThenByDescending(static one => one.Order)];

        Conversation Find(string number) => all.TryGetValue(number, out var found) ? found : all[number] = new Conversation(number);
    }

    private void Add(EmulatedMessage message, int order, MessageSearch? search)
    {
        (Messages, Lost) = (Messages + 1, Lost + (MessageSearch.IsLost(message) ? 1 : 0));
        NameList(message.ListNumber, message.ReceivedAt);
        Add(message, message.ReceivedAt, order);
        IsFound = IsFound || search is null || search.Matches(message);
    }

    private void Add(EmulatedReply reply, int order, MessageSearch? search)
    {
        Replies++;
        NameList(reply.ListNumber, reply.ReceivedAt);
        Add(reply, reply.ReceivedAt, order);
        IsFound = IsFound || search is null || search.MatchesReply(reply);
    }

    private void Add(EmulatedExchange refused, int order, MessageSearch? search)
    {
        Refused++;
        Add(refused, refused.ReceivedAt, order);
        IsFound = IsFound || search is null || search.MatchesRefused(refused);
    }

    // Replies are added after all messages, whatever their times.
    private void NameList(string number, DateTimeOffset at)
    {
        if (ListNumber is null || at >= _listNamedAt)
            (ListNumber, _listNamedAt) = (number, at);
    }

    private void Add(object entry, DateTimeOffset at, int order)
    {
        if (Last is null || at >= LastAt)
            (Last, LastAt, Order) = (entry, at, order);
    }
}
