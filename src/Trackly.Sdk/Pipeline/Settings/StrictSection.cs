using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Trackly.Sdk.Pipeline.Settings;

/// <summary>Reads the values of a configuration section and reports what it does not understand, without repeating a value.</summary>
internal sealed class StrictSection(IConfigurationSection section, List<string> errors)
{
    private readonly List<string> _known = [];

    public string? ReadString(string name) => Read<string>(name, "a string", static value => value);

    /// <summary>Reads a string whose null or empty value means none.</summary>
    public string? ReadOptionalString(string name) => Find(name) is { } child && string.IsNullOrEmpty(child.Value) && !child.GetChildren().Any() ? null : ReadString(name);

    public Uri? ReadAddress(string name) =>
        Read<Uri>(name, "an address such as https://app.tracklysms.com/api/", static value => Uri.TryCreate(value, UriKind.RelativeOrAbsolute, out var address) ? address : null);

    /// <summary>Reads a time. A number alone is refused: the default binder takes 30 for thirty days.</summary>
    public TimeSpan? ReadTime(string name) => ReadStruct<TimeSpan>(
        name, "a time as hours:minutes:seconds, such as 00:00:30",
        static value => value.Contains(':') && TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out var time) ? time : null);

    public int? ReadNumber(string name) =>
        ReadStruct<int>(name, "a whole number", static value => int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null);

    public bool? ReadBoolean(string name) => ReadStruct<bool>(name, "true or false", static value => bool.TryParse(value, out var flag) ? flag : null);

    public TracklyRetryMode? ReadMode(string name) => ReadStruct<TracklyRetryMode>(
        name, "Standard, AtMostOnce or AtLeastOnce",
        static value => value.All(char.IsLetter) && Enum.TryParse<TracklyRetryMode>(value, ignoreCase: true, out var mode) ? mode : null);

    /// <summary>Reads an object. Null when the key is absent.</summary>
    public StrictSection? ReadSection(string name)
    {
        if (Find(name) is not { } child)
            return null;
        if (child.Value is { Length: > 0 })
            errors.Add($"{child.Path} must be an object, but a configuration source sets it to a string.{ConfigurationKeys.SuggestMember(name)}");
        else
            CheckNotCleared(child);
        return new StrictSection(child, errors);
    }

    public IEnumerable<string> ReadList(string name)
    {
        if (Find(name) is not { } child)
            return [];
        if (child.Value is { Length: > 0 })
            errors.Add($"{child.Path} must be a list, but a configuration source sets it to a string.");
        else
            CheckNotCleared(child);
        // The validator refuses an entry without a value.
        return child.GetChildren().Select(static entry => entry.Value!);
    }

    /// <summary>Reports every key that was not read.</summary>
    public void RejectOthers()
    {
        foreach (var child in section.GetChildren().Where(child => !_known.Exists(name => IsNamed(child, name))))
            errors.Add(ConfigurationKeys.DescribeUnknown(section.Path, child.Key, _known));
    }

    private T? Read<T>(string name, string allowed, Func<string, T?> parse)
        where T : class
    {
        if (FindValue(name, allowed) is not { } value)
            return null;
        var parsed = parse(value);
        if (parsed is null)
            Reject(name, allowed);
        return parsed;
    }

    private T? ReadStruct<T>(string name, string allowed, Func<string, T?> parse)
        where T : struct
    {
        if (FindValue(name, allowed) is not { } value)
            return null;
        var parsed = parse(value.Trim());
        if (parsed is null)
            Reject(name, allowed);
        return parsed;
    }

    /// <summary>Finds a value that is neither absent nor empty.</summary>
    private string? FindValue(string name, string allowed)
    {
        if (Find(name) is not { } child)
            return null;
        if (child.GetChildren().Any())
            Reject(name, allowed);
        else if (string.IsNullOrWhiteSpace(child.Value))
            errors.Add($"{child.Path} is empty. Set it to {allowed}, or remove it.");
        else
            return child.Value;
        return null;
    }

    private IConfigurationSection? Find(string name)
    {
        if (!_known.Contains(name))
            _known.Add(name);
        return section.GetChildren().FirstOrDefault(child => IsNamed(child, name));
    }

    private void Reject(string name, string allowed) => errors.Add($"{section.Path}:{name} is not understood. Set it to {allowed}.");

    /// <summary>An empty value is fine on its own. If another source still supplies children, it suggests that they were cleared when they were not.</summary>
    private void CheckNotCleared(IConfigurationSection child)
    {
        if (child.Value is { Length: 0 } && child.GetChildren().Any())
            errors.Add($"{child.Path} is empty in one configuration source, but another still supplies {child.Path}:{child.GetChildren().First().Key}. Remove one of them.");
    }

    private static bool IsNamed(IConfigurationSection child, string name) => child.Key.Equals(name, StringComparison.OrdinalIgnoreCase);
}
