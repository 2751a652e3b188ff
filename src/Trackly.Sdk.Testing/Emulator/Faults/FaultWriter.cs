using System.Text.Json;
using Trackly.Sdk.Testing.Emulator.Messages;

namespace Trackly.Sdk.Testing.Emulator.Faults;

/// <summary>Writes the faults that are switched on as JSON.</summary>
internal static class FaultWriter
{
    public static void WriteAll(Utf8JsonWriter json, IEnumerable<ActiveFault> faults)
    {
        json.WriteStartArray("faults");
        foreach (var fault in faults)
        {
            json.WriteStartObject();
            WriteMembers(json, fault);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteMembers(Utf8JsonWriter json, ActiveFault active)
    {
        var fault = active.Fault;
        json.WriteNumber("id", active.Id);
        json.WriteString("kind", fault.Kind.ToName());
        Write(json, "status", fault.Status);
        json.WriteString("error", fault.ErrorMessage);
        json.WriteString("code", fault.Code);
        Write(json, "retry_after_seconds", fault.RetryAfterSeconds);
        Write(json, "delay_ms", GetMilliseconds(fault));
        if (fault.Kind is EmulatedFault.Status or EmulatedFault.GatewayHtml or EmulatedFault.Hang)
            json.WriteBoolean("queued", fault.QueuesMessage);
        else
            json.WriteNull("queued");
        json.WriteString("message_id", fault.MessageId);
        Write(json, "times", fault.Times);
        Write(json, "remaining", active.Remaining);
        json.WriteString("to", fault.To);

        // JSON cannot describe the condition. Without this member the fault would seem to apply to every request.
        if (fault.Condition is not null)
            json.WriteBoolean("is_conditional", true);
    }

    private static int? GetMilliseconds(InjectedFault fault) => fault.Kind switch
    {
        EmulatedFault.SlowBody => (int)Math.Ceiling(fault.Pause.TotalMilliseconds),
        EmulatedFault.Delay => (int)Math.Ceiling(fault.Delay.TotalMilliseconds),
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
