namespace Trackly.Sdk;

/// <summary>
/// Represents an event: the message of a key may be queued, and no call sends it again until <see cref="ITracklySendOnce.ResolveAsync"/> decides. It may be
/// published more than once.
/// </summary>
/// <param name="Key">The key of <see cref="SendSms"/>.</param>
public sealed record SmsUnknown(string Key)
{
    /// <summary>Returns the name of the type alone, because a key may hold private data.</summary>
    /// <returns>A string without a key.</returns>
    public override string ToString() => nameof(SmsUnknown);
}
