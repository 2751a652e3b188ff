namespace Trackly.Sdk;

/// <summary>An event: Trackly queued the message of a key. It may be published more than once, as every event of a durable queue.</summary>
/// <param name="Key">The key of <see cref="SendSms"/>.</param>
/// <param name="MessageId">Trackly's id of the message. Null when a person accepted it without an id.</param>
public sealed record SmsAccepted(string Key, string? MessageId)
{
    /// <summary>Names the type alone: a key may hold private data.</summary>
    /// <returns>A string without a key.</returns>
    public override string ToString() => nameof(SmsAccepted);
}
