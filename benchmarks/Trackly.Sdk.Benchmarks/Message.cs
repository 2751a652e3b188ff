using Trackly.Sdk.Benchmarks.Floor;

namespace Trackly.Sdk.Benchmarks;

/// <summary>One message in the form of the SDK and of the hand-written code. Both produce the same JSON.</summary>
internal sealed record Message(string Name, SendRequest Request, FloorMessage ByHand)
{
    private const string To = "+14155551234";
    private const string ListNumber = "+18005551000";

    public static Message Short { get; } = Plain(50);

    public static Message Long { get; } = Plain(1600);

    public static Message ShortWithData { get; } = WithData(50);

    public static Message LongWithData { get; } = WithData(1600);

    /// <summary>The four messages of the tables.</summary>
    public static IReadOnlyList<Message> All { get; } = [Short, ShortWithData, Long, LongWithData];

    public static Message Plain(int characters)
    {
        var body = CreateText(characters);
        return new(
            $"{characters} characters",
            new SendRequest { To = To, ListNumber = ListNumber, Body = body, WrapLinks = true },
            new FloorMessage(To, ListNumber, body, WrapLinks: true, ContactData: null, Metadata: null));
    }

    private static Message WithData(int characters)
    {
        var plain = Plain(characters);
        Dictionary<string, string> fields = new() { ["plan"] = "gold", ["city"] = "Lisbon" };
        Dictionary<string, string> metadata = new() { ["order_id"] = "A-1042", ["campaign"] = "autumn", ["source"] = "shop" };
        var contact = new FloorContact("Ada", "Example", "Europe/Lisbon", fields);
        return new(
            $"{plain.Name}, contact data and metadata",
            plain.Request with
            {
                ContactData = new ContactData
                {
                    FirstName = contact.FirstName,
                    LastName = contact.LastName,
                    Timezone = contact.Timezone,
                    CustomFields = ToObjects(fields),
                },
                Metadata = ToObjects(metadata),
            },
            plain.ByHand with { ContactData = contact, Metadata = metadata });
    }

    private static string CreateText(int characters)
    {
        const string Sentence = "Your order is on its way and arrives tomorrow. ";
        return string.Concat(Enumerable.Repeat(Sentence, characters / Sentence.Length + 1))[..characters].TrimEnd().PadRight(characters, '!');
    }

    private static Dictionary<string, object?> ToObjects(Dictionary<string, string> values) =>
        values.ToDictionary(static pair => pair.Key, static pair => (object?)pair.Value);
}
