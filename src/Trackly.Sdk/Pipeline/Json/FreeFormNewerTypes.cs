using System.Globalization;
using System.Text.Json;

namespace Trackly.Sdk.Pipeline.Json;

/// <summary>Writes values of types that .NET Standard does not have.</summary>
internal static class FreeFormNewerTypes
{
    public static bool TryWrite(object value, Utf8JsonWriter writer)
    {
#if NET
        switch (value)
        {
            case DateOnly date:
                writer.WriteStringValue(date.ToString("O", CultureInfo.InvariantCulture));
                return true;
            case TimeOnly time:
                writer.WriteStringValue(time.ToString("O", CultureInfo.InvariantCulture));
                return true;
            case Half number:
                FreeFormPrimitives.WriteSingle((float)number, writer);
                return true;
            case Int128 or UInt128:
                writer.WriteRawValue(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
                return true;
        }
#else
        // This build knows these types by name alone, when it runs on a newer runtime.
        switch (value.GetType().FullName)
        {
            case "System.DateOnly" or "System.TimeOnly":
                FreeFormPrimitives.WriteString(((IFormattable)value).ToString("O", CultureInfo.InvariantCulture), writer);
                return true;
            case "System.Half":
                FreeFormPrimitives.WriteDouble(double.Parse(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), writer);
                return true;
            case "System.Int128" or "System.UInt128":
                writer.WriteRawValue(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
                return true;
        }
#endif
        return false;
    }
}
