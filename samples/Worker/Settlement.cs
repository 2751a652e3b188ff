using Trackly.Sdk;

namespace Worker;

/// <summary>What became of one message, for a table, a log or a person.</summary>
internal sealed record Settlement(SendRequest Message, Fate Fate, string Why)
{
    /// <summary>Names the message by its order, never by a number or a text.</summary>
    public override string ToString() => $"{Message.Metadata?["order"]} {Fate}: {Why}";
}
