using System.Text.Json;
using Trackly.Sdk.Testing.Api;
using Trackly.Sdk.Testing.Emulator.Messages;
using Trackly.Sdk.Testing.Emulator.Requests;

namespace Trackly.Sdk.Testing.Emulator.Faults;

/// <summary>
/// Reads faults from JSON. Invalid JSON is a <see cref="FormatException"/> that names the member, what is wrong and what would be right.
/// </summary>
internal static class FaultReader
{
    private const int MaxMilliseconds = 24 * 60 * 60 * 1000;
    private const int MaxSeconds = 24 * 60 * 60;

    private const string Recipient =
        "a number in E.164 format such as +14155551234, or the beginning of one with an asterisk at its end such as +1415*, or null for any";

    public static IReadOnlyList<InjectedFault> ReadAll(ReadOnlyMemory<byte> utf8)
    {
        var json = Parse(utf8);
        if (json.ValueKind is not JsonValueKind.Object || json.Field("faults") is not { ValueKind: JsonValueKind.Array } faults)
            throw new FormatException("The JSON must be an object whose member faults is an array.");
        foreach (var member in json.EnumerateObject().Where(member => member.Name is not ("faults" or "$schema")))
            throw new FormatException($"{member.Name} is not a member of a list of faults: use faults.");
        return [.. faults.EnumerateArray().Select((fault, index) => Read(fault, $"faults[{index}]."))];
    }

    public static InjectedFault ReadOne(ReadOnlyMemory<byte> utf8) => Read(Parse(utf8), prefix: "");

    // The members id, remaining and is_conditional are only written. They are ignored here, so that what was read can be written back.
    private static InjectedFault Read(JsonElement json, string prefix)
    {
        var fields = new FaultFields(json, prefix);
        fields.CheckNames();
        return ReadKind(fields) with
        {
            Times = fields.ReadNumber("times", "a whole number from 1, or null for every request", times => times >= 1),
            To = fields.ReadString("to") is not { } to || IsNumberOrPrefix(to) ? fields.ReadString("to")
                : throw fields.CreateError("to", "is neither a number nor a prefix", Recipient),
        };
    }

    private static InjectedFault ReadKind(FaultFields fields)
    {
        var expected = $"one of {EmulatedFaultNames.All}";
        var name = fields.ReadString("kind") ?? throw fields.CreateMissing("kind", expected);
        var kind = EmulatedFaultNames.Parse(name) ?? throw fields.CreateError("kind", "is unknown", expected);
        fields.CheckAbsent(name, FindForeignNames(kind));

        var wait = ReadMilliseconds(fields, isRequired: kind is EmulatedFault.Delay or EmulatedFault.SlowBody);
        return new InjectedFault(kind)
        {
            Status = kind switch
            {
                EmulatedFault.Status => fields.ReadNumber("status", StatusRanges.Errors, StatusRanges.IsError) ?? throw fields.CreateMissing("status", StatusRanges.Errors),
                EmulatedFault.GatewayHtml => fields.ReadNumber("status", StatusRanges.Pages, StatusRanges.IsPage),
                _ => null,
            },
            ErrorMessage = fields.ReadString("error"),
            Code = fields.ReadString("code"),
            RetryAfterSeconds = fields.ReadNumber("retry_after_seconds", $"a whole number from 0 to {MaxSeconds}, or null", seconds => seconds is >= 0 and <= MaxSeconds),
            Delay = kind is EmulatedFault.SlowBody ? TimeSpan.Zero : wait,
            Pause = kind is EmulatedFault.SlowBody ? wait : TimeSpan.Zero,
            Queued = fields.ReadBoolean("queued"),
            MessageId = fields.ReadString("message_id") is not { } id || !string.IsNullOrWhiteSpace(id) ? fields.ReadString("message_id")
                : throw fields.CreateError("message_id", "is empty", "an id, or null for the next one"),
        };
    }

    private static string[] FindForeignNames(EmulatedFault kind) => kind switch
    {
        EmulatedFault.Status => ["message_id"],
        EmulatedFault.GatewayHtml => ["error", "code", "retry_after_seconds", "message_id"],
        EmulatedFault.Hang => ["status", "error", "code", "retry_after_seconds", "message_id"],
        EmulatedFault.Delay => ["status", "error", "code", "retry_after_seconds", "queued"],
        _ => ["status", "error", "code", "retry_after_seconds", "queued", "message_id"],
    };

    private static TimeSpan ReadMilliseconds(FaultFields fields, bool isRequired)
    {
        var expected = $"a whole number from 0 to {MaxMilliseconds}";
        var milliseconds = fields.ReadNumber("delay_ms", expected, value => value is >= 0 and <= MaxMilliseconds);
        return milliseconds is null && isRequired ? throw fields.CreateMissing("delay_ms", expected) : TimeSpan.FromMilliseconds((double)(milliseconds ?? 0));
    }

    private static bool IsNumberOrPrefix(string value) => value.EndsWith('*')
        ? value is "*" || (value[0] is '+' && value.Length <= 17 && value.AsSpan(1, value.Length - 2).IndexOfAnyExceptInRange('0', '9') < 0)
        : E164.IsNumber(value);

    private static JsonElement Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
        }
        catch (JsonException exception)
        {
            throw new FormatException($"The JSON is invalid at line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}.");
        }

        return StrictJsonParser.Parse(utf8, out _) ?? throw new FormatException("The JSON contains a string that is not valid Unicode.");
    }
}
