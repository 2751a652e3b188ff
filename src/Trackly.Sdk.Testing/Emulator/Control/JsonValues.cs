using System.Globalization;
using System.Text.Json;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>Writes times and numbers that can be absent.</summary>
internal static class JsonValues
{
    /// <returns>The time in UTC, such as 2026-03-01T12:00:00.000Z.</returns>
    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static void WriteTime(Utf8JsonWriter json, string name, DateTimeOffset? time) => json.WriteString(name, time is { } value ? Format(value) : null);

    public static void WriteNumber(Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } value)
            json.WriteNumber(name, value);
        else
            json.WriteNull(name);
    }
}
