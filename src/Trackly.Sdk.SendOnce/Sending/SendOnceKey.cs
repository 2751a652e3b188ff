namespace Trackly.Sdk.SendOnce.Sending;

/// <summary>What a key may be.</summary>
internal static class SendOnceKey
{
    public const int MaxLength = 200;

    /// <exception cref="ArgumentException">The key is not one that every database keeps unchanged.</exception>
    public static void Check(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (FindError(key) is { } error)
            throw new ArgumentException(error, nameof(key));
    }

    private static string? FindError(string key)
    {
        if (string.IsNullOrWhiteSpace(key))
            return "The key is empty or white space. Use a name for this one message, such as order-1042-shipped.";
        if (key.Length > MaxLength)
            return $"The key has {key.Length} characters. Use at most {MaxLength}.";
        if (char.IsWhiteSpace(key[0]) || char.IsWhiteSpace(key[^1]))
            return "The key starts or ends with white space. Trim it, so that the same key is always written the same way.";
        for (var index = 0; index < key.Length; index++)
        {
            if (char.IsControl(key[index]))
                return $"The key has a control character at position {index}. Use printable characters.";
            if (char.IsSurrogatePair(key, index))
                index++;
            else if (char.IsSurrogate(key[index]))
                return $"The key has half a surrogate pair at position {index}, which no database keeps. Use whole characters.";
        }

        return null;
    }
}
