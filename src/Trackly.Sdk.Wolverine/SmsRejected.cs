namespace Trackly.Sdk;

/// <summary>Represents an event: the message of a key is not queued, and the same request would be rejected again. It may be published more than once.</summary>
/// <param name="Key">The key of <see cref="SendSms"/>.</param>
/// <param name="ErrorCode">The code, of Trackly or of the SDK, for example <c>list_not_found</c>. Null when there is no code.</param>
public sealed record SmsRejected(string Key, string? ErrorCode)
{
    /// <summary>Returns the name of the type alone, because a key may hold private data.</summary>
    /// <returns>A string without a key.</returns>
    public override string ToString() => nameof(SmsRejected);
}
