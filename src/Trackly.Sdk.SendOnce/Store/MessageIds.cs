namespace Trackly.Sdk.SendOnce.Store;

/// <summary>Which message ids a row keeps.</summary>
internal static class MessageIds
{
    public const int MaxLength = 200;

    /// <summary>Whether every database keeps the id unchanged.</summary>
    public static bool IsStorable(string messageId) =>
        !string.IsNullOrWhiteSpace(messageId) && messageId.Length <= MaxLength
        && !messageId.Any(static character => char.IsControl(character) || char.IsSurrogate(character));
}
