using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>Reads query parameters. An invalid one is a <see cref="FormatException"/> that names it.</summary>
internal static class QueryReader
{
    private const int MaxLength = 200;
    private static readonly string[] Flags = ["true", "false"];

    /// <returns>The value without spaces around it, or null when it is absent or empty.</returns>
    public static string? ReadString(IQueryCollection query, string name)
    {
        var value = query[name].ToString().Trim();
        return value.Length <= MaxLength
            ? value.Length == 0 ? null : value
            : throw new FormatException($"{name} must have at most {MaxLength} characters.");
    }

    /// <returns>The value, or null when it is absent or empty.</returns>
    public static string? ReadName(IQueryCollection query, string name, IReadOnlyCollection<string> names) =>
        ReadString(query, name) is not { } value || names.Contains(value) ? ReadString(query, name)
        : throw new FormatException($"{name} must be one of {string.Join(", ", names)}.");

    /// <returns>The value, or null when it is absent or empty.</returns>
    public static bool? ReadFlag(IQueryCollection query, string name) => ReadName(query, name, Flags) is { } flag ? flag == "true" : null;

    public static long ReadNumber(IQueryCollection query, string name, long defaultValue, long min, long max)
    {
        if (string.IsNullOrEmpty(query[name]))
            return defaultValue;
        return long.TryParse(query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max
            ? number
            : throw new FormatException(max is long.MaxValue
                ? $"{name} must be a sequence: a whole number from {min}."
                : $"{name} must be a whole number from {min} to {max}.");
    }
}
