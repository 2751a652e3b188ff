using System.Globalization;

namespace Trackly.Sdk.Testing.Api;

/// <summary>The query of an address.</summary>
internal sealed class ApiQuery
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <param name="query">The query with or without its question mark.</param>
    public ApiQuery(string? query)
    {
        foreach (var pair in (query ?? "").TrimStart('?').Split('&'))
        {
            if (pair.Split(['='], 2) is { Length: 2 } parts)
                _values[Uri.UnescapeDataString(parts[0])] = Uri.UnescapeDataString(parts[1]);
        }
    }

    public string? Find(string name) => _values.TryGetValue(name, out var value) ? value : null;

    /// <summary>Returns a number from 1 to <paramref name="max"/>; a larger one counts as that. Anything else is <paramref name="otherwise"/>.</summary>
    public int GetNumber(string name, int otherwise, int max) =>
        int.TryParse(Find(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? Math.Min(number, max) : otherwise;
}
