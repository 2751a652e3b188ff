using Trackly.Sdk;

namespace Worker;

/// <summary>The result for one message, for a table, a log or a person.</summary>
internal sealed record ProcessedMessage(SendRequest Message, MessageOutcome Outcome, string Reason)
{
    /// <summary>Identifies the message by its order, never by a phone number or its body.</summary>
    public override string ToString() => $"{Message.Metadata?["order"]} {Outcome}: {Reason}";
}
