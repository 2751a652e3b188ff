using System.Text.Json;

namespace Trackly.Sdk.Testing.Emulator.Faults;

/// <summary>Writes the faults that are switched on as JSON.</summary>
internal static class FaultWriter
{
    public static void WriteAll(Utf8JsonWriter json, IEnumerable<ActiveFault> lines)
    {
        json.WriteStartArray("faults");
        foreach (var line in lines)
        {
            json.WriteStartObject();
            WriteMembers(json, line);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteMembers(Utf8JsonWriter json, ActiveFault line)
    {
        var fault = line.Fault;
        json.WriteNumber("id", line.Id);
        json.WriteString("kind", fault.Kind.ToName());
        Write(json, "status", fault.Status);
        json.WriteString("error", fault.Error);
        json.WriteString("code", fault.Code);
        Write(json, "retry_after_seconds", fault.RetryAfterSeconds);
        Write(json, "delay_ms", Milliseconds(fault));
        Write(json, "times", fault.Times);
        Write(json, "remaining", line.Remaining);
        json.WriteString("to", fault.To);

        // JSON cannot say which; but a fault that seems to be for every request, and is not, would puzzle whoever reads the list.
        if (fault.Condition is not null)
            json.WriteBoolean("is_conditional", true);
    }

    private static int? Milliseconds(InjectedFault fault) => fault.Kind switch
    {
        FaultKind.SlowBody => (int)Math.Ceiling(fault.Pause.TotalMilliseconds),
        FaultKind.Delay => (int)Math.Ceiling(fault.Delay.TotalMilliseconds),
        _ => fault.Delay > TimeSpan.Zero ? (int)Math.Ceiling(fault.Delay.TotalMilliseconds) : null,
    };

    private static void Write(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } value)
            json.WriteNumber(name, value);
        else
            json.WriteNull(name);
    }
}
