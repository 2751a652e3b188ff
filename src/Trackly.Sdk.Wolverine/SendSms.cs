namespace Trackly.Sdk;

/// <summary>
/// Represents a message to Wolverine: send this SMS at most once. Publish it in the transaction that makes it necessary. The tables of Wolverine keep the
/// request until it is handled.
/// </summary>
/// <param name="Key">The name of this one message, such as <c>order-1042-shipped</c>: 1 to 200 characters. It should hold no private data.</param>
/// <param name="Request">The message.</param>
public sealed record SendSms(string Key, SendRequest Request)
{
    /// <summary>Gets how many times the message was tried and not sent. Default 0, for a new message; the handler increments it.</summary>
    public int NotSentCount { get; init; }

    /// <summary>Returns the name of the type alone, so that a message logged by accident stays private.</summary>
    /// <returns>A string without a key, phone number or message body.</returns>
    public override string ToString() => nameof(SendSms);
}
