using System.Text.Json;
using Trackly.Sdk.Testing.Emulator.Requests;

namespace Trackly.Sdk.Testing.Emulator.Faults;

/// <summary>The members of one fault in JSON, and the sentences about what is wrong with them. No sentence repeats a text: it may be a phone number.</summary>
internal sealed class FaultFields(JsonElement json, string prefix)
{
    private static readonly string[] Names =
        ["id", "kind", "status", "error", "code", "retry_after_seconds", "delay_ms", "times", "remaining", "to", "is_conditional"];

    /// <exception cref="FormatException">It is no object, or has a member that no fault has.</exception>
    public void CheckNames()
    {
        if (json.ValueKind is not JsonValueKind.Object)
            throw new FormatException($"{(prefix.Length == 0 ? "The fault" : prefix.TrimEnd('.'))} must be an object.");
        foreach (var member in json.EnumerateObject().Where(member => !Names.Contains(member.Name)))
            throw new FormatException($"{prefix}{member.Name} is not a member of a fault: use {string.Join(", ", Names)}.");
    }

    public string? Text(string name) => json.Field(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        _ => throw Wrong(name, "is not a text", "a text or null"),
    };

    public int? WholeNumber(string name, string right, Func<int, bool> isRight)
    {
        if (json.Field(name) is not { } field)
            return null;
        if (field.ValueKind is not JsonValueKind.Number)
            throw Wrong(name, "is not a number", right);
        return field.TryGetInt32(out var number) && isRight(number) ? number : throw Wrong(name, $"is {field.GetRawText()}", right);
    }

    public void LeaveOut(string kind, params string[] names)
    {
        if (names.FirstOrDefault(name => json.Field(name) is not null) is { } name)
            throw new FormatException($"{prefix}{name} does not belong to a fault of the kind {kind}: leave it out.");
    }

    public FormatException Wrong(string name, string wrong, string right) => new($"{prefix}{name} {wrong}: it must be {right}.");

    public FormatException Missing(string name, string right) => Wrong(name, "is missing", right);
}
