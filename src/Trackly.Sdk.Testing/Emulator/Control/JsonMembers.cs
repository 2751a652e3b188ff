using System.Text.Json;
using Trackly.Sdk.Testing.Emulator.Requests;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>
/// Reads the members of a JSON object in a request. What is wrong is a <see cref="FormatException"/> that names the member. No message repeats a
/// string value: it may be a phone number or a key.
/// </summary>
internal sealed class JsonMembers
{
    private readonly JsonElement _json;
    private readonly string _prefix;

    private JsonMembers(JsonElement json, string prefix) => (_json, _prefix) = (json, prefix);

    public static JsonMembers Parse(ReadOnlyMemory<byte> utf8, string what, params string[] names) =>
        StrictJsonParser.Parse(utf8, out _) is { } json ? Create(json, what, "", names) : throw new FormatException("The request body is not valid JSON.");

    public static JsonMembers Create(JsonElement json, string what, string prefix, params string[] names)
    {
        if (json.ValueKind is not JsonValueKind.Object)
            throw new FormatException(prefix.Length == 0 ? "The request body must be a JSON object." : $"{prefix.TrimEnd('.')} must be an object.");
        foreach (var member in json.EnumerateObject().Where(member => !names.Contains(member.Name)))
            throw new FormatException($"{prefix}{member.Name} is not a member of {what}: use {string.Join(", ", names)}.");
        return new JsonMembers(json, prefix);
    }

    /// <summary>Returns whether the member is there, also when it is null.</summary>
    public bool Has(string name) => _json.TryGetProperty(name, out _);

    public JsonElement? Find(string name) => _json.Field(name);

    public string? ReadString(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } field => field.GetString(),
        _ => throw CreateError(name, "must be a string or null"),
    };

    public bool? ReadBoolean(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True or JsonValueKind.False } field => field.GetBoolean(),
        _ => throw CreateError(name, "must be true or false"),
    };

    public int? ReadNumber(string name, int min, int max) => Find(name) is not { } field ? null
        : field.ValueKind is JsonValueKind.Number && field.TryGetInt32(out var number) && number >= min && number <= max ? number
        : throw CreateError(name, $"must be a whole number from {min} to {max}, or null");

    public FormatException CreateError(string name, string problem) => new($"{_prefix}{name} {problem}.");
}
