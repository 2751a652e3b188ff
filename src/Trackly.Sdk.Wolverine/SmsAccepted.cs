namespace Trackly.Sdk;

/// <summary>Represents an event: Trackly queued the message of a key. It may be published more than once, like every event of a durable queue.</summary>
/// <param name="Key">The key of <see cref="SendSms"/>.</param>
/// <param name="MessageId">Trackly's id of the message. Null when a person resolved the key as accepted without an id.</param>
public sealed record SmsAccepted(string Key, string? MessageId)
{
    /// <summary>Returns the name of the type alone, because a key may hold private data.</summary>
    /// <returns>A string without a key.</returns>
    public override string ToString() => nameof(SmsAccepted);
}
