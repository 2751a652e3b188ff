using System.Text.Json;
using Trackly.Sdk.Testing.Emulator.Requests;

namespace Trackly.Sdk.Testing.Emulator.Faults;

/// <summary>
/// Reads the members of one fault from JSON and creates the error messages. No message repeats a string value: it may be a phone number.
/// </summary>
internal sealed class FaultFields(JsonElement json, string prefix)
{
    private static readonly string[] Names =
    [
        "id", "kind", "status", "error", "code", "retry_after_seconds", "delay_ms", "queued", "message_id", "times", "remaining", "to", "is_conditional",
    ];

    /// <exception cref="FormatException">The JSON is not an object, or has a member that no fault has.</exception>
    public void CheckNames()
    {
        if (json.ValueKind is not JsonValueKind.Object)
            throw new FormatException($"{(prefix.Length == 0 ? "The fault" : prefix.TrimEnd('.'))} must be an object.");
        foreach (var member in json.EnumerateObject().Where(member => !Names.Contains(member.Name)))
            throw new FormatException($"{prefix}{member.Name} is not a member of a fault: use {string.Join(", ", Names)}.");
    }

    public string? ReadString(string name) => json.Field(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } field => field.GetString(),
        _ => throw CreateError(name, "is not a string", "a string or null"),
    };

    public bool? ReadBoolean(string name) => json.Field(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True or JsonValueKind.False } field => field.GetBoolean(),
        _ => throw CreateError(name, "is not a boolean", "true, false or null"),
    };

    public int? ReadNumber(string name, string expected, Func<int, bool> isValid)
    {
        if (json.Field(name) is not { } field)
            return null;
        if (field.ValueKind is not JsonValueKind.Number)
            throw CreateError(name, "is not a number", expected);
        return field.TryGetInt32(out var number) && isValid(number) ? number : throw CreateError(name, $"is {field.GetRawText()}", expected);
    }

    public void CheckAbsent(string kind, params string[] names)
    {
        if (names.FirstOrDefault(name => json.Field(name) is not null) is { } name)
            throw new FormatException($"{prefix}{name} does not belong to a fault of the kind {kind}: leave it out.");
    }

    public FormatException CreateError(string name, string problem, string expected) => new($"{prefix}{name} {problem}: it must be {expected}.");

    public FormatException CreateMissing(string name, string expected) => CreateError(name, "is missing", expected);
}
