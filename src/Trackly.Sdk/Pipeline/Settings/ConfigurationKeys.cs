namespace Trackly.Sdk.Pipeline.Settings;

/// <summary>Describes configuration keys that are no options, and guesses which option was meant.</summary>
internal static class ConfigurationKeys
{
    /// <summary>Names that other SDKs and older habits have for an option.</summary>
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Key"] = "ApiKey",
        ["Token"] = "ApiKey",
        ["BaseUrl"] = "BaseAddress",
        ["BaseUri"] = "BaseAddress",
        ["Url"] = "BaseAddress",
        ["Endpoint"] = "BaseAddress",
        ["RetryMode"] = "Retry:Mode",
        ["MaxRetryAttempts"] = "Retry:MaxRetryAttempts",
        ["MaxRetries"] = "Retry:MaxRetryAttempts",
        ["RetryCount"] = "Retry:MaxRetryAttempts",
        ["Recipients"] = "RecipientPolicy",
        ["Policy"] = "RecipientPolicy",
        ["Allow"] = "RecipientPolicy:Allow",
        ["RedirectTo"] = "RecipientPolicy:RedirectTo",
        ["BlockAll"] = "RecipientPolicy:BlockAll",
    };

    /// <summary>Suggests where the value of an object belongs that was written as a string. Empty when it cannot be determined.</summary>
    public static string SuggestMember(string name) => name == nameof(TracklyClientOptions.Retry) ? " Did you mean Retry:Mode?" : "";

    public static string DescribeUnknown(string path, string key, IReadOnlyList<string> known) =>
        $"{path}:{Redaction.RedactName(key)} is not an option.{Suggest(key, known)} The options here are {string.Join(", ", known)}.";

    private static string Suggest(string key, IReadOnlyList<string> known)
    {
        var meant = known.Where(name => IsSimilar(key, name)).OrderBy(name => GetEditDistance(key, name)).FirstOrDefault()
            ?? (Aliases.TryGetValue(key, out var alias) ? Shorten(alias, known) : null);
        return meant is null ? "" : $" Did you mean {meant}?";
    }

    /// <summary>Inside the object that an alias leads to, its last part alone is the option.</summary>
    private static string Shorten(string alias, IReadOnlyList<string> known)
    {
        var last = alias.Substring(alias.LastIndexOf(':') + 1);
        return known.Contains(last) ? last : alias;
    }

    private static bool IsSimilar(string key, string name) =>
        Math.Abs(key.Length - name.Length) <= 2 && GetEditDistance(key, name) <= 2;

    /// <summary>Counts the characters to insert, delete or replace, whatever their case (Levenshtein).</summary>
    private static int GetEditDistance(string key, string name)
    {
        var (left, right) = (key.ToUpperInvariant(), name.ToUpperInvariant());
        var distances = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var (diagonal, _) = (distances[0], distances[0] = i);
            for (var j = 1; j <= right.Length; j++)
            {
                var substituted = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = distances[j];
                distances[j] = Math.Min(substituted, Math.Min(distances[j], distances[j - 1]) + 1);
            }
        }

        return distances[right.Length];
    }
}
