using System.Text.Json;
using Trackly.Sdk.Testing.Emulator.Requests;

namespace Trackly.Sdk.Testing.Emulator.Faults;

/// <summary>Reads faults from JSON. What is faulty is a <see cref="FormatException"/> that names the member, what is wrong and what would be right.</summary>
internal static class FaultReader
{
    private const int MaxMilliseconds = 24 * 60 * 60 * 1000;
    private const int MaxSeconds = 24 * 60 * 60;

    public static IReadOnlyList<InjectedFault> ReadAll(byte[] utf8)
    {
        var json = Parse(utf8);
        if (json.ValueKind is not JsonValueKind.Object || json.Field("faults") is not { ValueKind: JsonValueKind.Array } faults)
            throw new FormatException("The JSON must be an object whose member faults is an array.");
        foreach (var member in json.EnumerateObject().Where(member => member.Name != "faults"))
            throw new FormatException($"{member.Name} is not a member of a list of faults: use faults.");
        return [.. faults.EnumerateArray().Select((fault, index) => Read(fault, $"faults[{index}]."))];
    }

    public static InjectedFault ReadOne(byte[] utf8) => Read(Parse(utf8), prefix: "");

    // The id and what remains are answers only: they are passed over, so that what was read can be written back.
    private static InjectedFault Read(JsonElement json, string prefix)
    {
        var fields = new FaultFields(json, prefix);
        fields.CheckNames();
        return ReadKind(fields) with
        {
            Times = fields.WholeNumber("times", "a whole number from 1, or null for every request", times => times >= 1),
            To = fields.Text("to") is not { } to || IsNumberOrPrefix(to) ? fields.Text("to")
                : throw fields.Wrong("to", "is neither a number nor a prefix", "a number in E.164 format such as +14155551234, or the beginning of one with an asterisk at its end such as +1415*, or null for any"),
        };
    }

    private static InjectedFault ReadKind(FaultFields fields)
    {
        var oneOf = $"one of {FaultKinds.All}";
        var word = fields.Text("kind") ?? throw fields.Missing("kind", oneOf);
        var kind = FaultKinds.Parse(word) ?? throw fields.Wrong("kind", "is none that the emulator knows", oneOf);
        fields.LeaveOut(word, kind switch
        {
            FaultKind.Status => [],
            FaultKind.GatewayHtml => ["error", "code", "retry_after_seconds"],
            _ => ["status", "error", "code", "retry_after_seconds"],
        });

        var wait = Milliseconds(fields, isNeeded: kind is FaultKind.Delay or FaultKind.SlowBody);
        return new InjectedFault(kind)
        {
            Status = kind switch
            {
                FaultKind.Status => fields.WholeNumber("status", FaultStatuses.ErrorRange, FaultStatuses.IsError) ?? throw fields.Missing("status", FaultStatuses.ErrorRange),
                FaultKind.GatewayHtml => fields.WholeNumber("status", FaultStatuses.PageRange, FaultStatuses.IsPage),
                _ => null,
            },
            Error = fields.Text("error"),
            Code = fields.Text("code"),
            RetryAfterSeconds = fields.WholeNumber("retry_after_seconds", $"a whole number from 0 to {MaxSeconds}, or null", seconds => seconds is >= 0 and <= MaxSeconds),
            Delay = kind is FaultKind.SlowBody ? TimeSpan.Zero : wait,
            Pause = kind is FaultKind.SlowBody ? wait : TimeSpan.Zero,
        };
    }

    private static TimeSpan Milliseconds(FaultFields fields, bool isNeeded)
    {
        var right = $"a whole number from 0 to {MaxMilliseconds}";
        var milliseconds = fields.WholeNumber("delay_ms", right, value => value is >= 0 and <= MaxMilliseconds);
        return milliseconds is null && isNeeded ? throw fields.Missing("delay_ms", right) : TimeSpan.FromMilliseconds((double)(milliseconds ?? 0));
    }

    private static bool IsNumberOrPrefix(string text) => text.EndsWith('*')
        ? text is "*" || (text[0] is '+' && text.Length <= 17 && text.AsSpan(1, text.Length - 2).IndexOfAnyExceptInRange('0', '9') < 0)
        : E164.IsNumber(text);

    private static JsonElement Parse(byte[] utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
        }
        catch (JsonException exception)
        {
            throw new FormatException($"The JSON is broken at line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}.");
        }

        return StrictJsonParser.Parse(utf8) ?? throw new FormatException("The JSON holds a text that is not valid Unicode.");
    }
}
