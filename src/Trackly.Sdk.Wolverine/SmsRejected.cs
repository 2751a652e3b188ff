namespace Trackly.Sdk;

/// <summary>An event: the message of a key is not queued, and the same request would be rejected again. It may be published more than once.</summary>
/// <param name="Key">The key of <see cref="SendSms"/>.</param>
/// <param name="ErrorCode">Why, as Trackly or the SDK names it, for example <c>list_not_found</c>. Null when there is no code.</param>
public sealed record SmsRejected(string Key, string? ErrorCode)
{
    /// <summary>Names the type alone: a key may hold private data.</summary>
    /// <returns>A string without a key.</returns>
    public override string ToString() => nameof(SmsRejected);
}
