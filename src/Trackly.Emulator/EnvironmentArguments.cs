using System.CommandLine;

namespace Trackly.Emulator;

/// <summary>Reads options from environment variables: <c>--max-bytes</c> from <c>TRACKLY_EMULATOR_MAX_BYTES</c>.</summary>
internal static class EnvironmentArguments
{
    /// <returns>The arguments for the options that are set in the environment and not on the command line.</returns>
    public static IEnumerable<string> Read(IEnumerable<Option> options, string[] args) =>
        options.SelectMany(option => Find(option, args) is { } value ? CreateArguments(option, value) : []);

    /// <returns>The variable that an error comes from, with a colon, or an empty string.</returns>
    public static string FindOrigin(IEnumerable<Option> options, string[] args, string error) =>
        options.FirstOrDefault(option => error.Contains(option.Name, StringComparison.Ordinal) && Find(option, args) is not null) is { } found ? GetName(found) + ": " : "";

    private static string? Find(Option option, string[] args) =>
        !args.Any(arg => arg.Split('=', ':')[0] == option.Name) && Environment.GetEnvironmentVariable(GetName(option)) is { Length: > 0 } value ? value : null;

    private static string GetName(Option option) => "TRACKLY_EMULATOR_" + option.Name.TrimStart('-').Replace('-', '_').ToUpperInvariant();

    private static IEnumerable<string> CreateArguments(Option option, string value) => option.ValueType == typeof(string[])
        ? value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => $"{option.Name}={part}")
        : [$"{option.Name}={value}"];
}
