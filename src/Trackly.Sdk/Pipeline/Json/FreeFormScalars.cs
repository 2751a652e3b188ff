using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Trackly.Sdk.Pipeline.Json;

/// <summary>Writes values that are neither objects nor arrays.</summary>
internal static class FreeFormScalars
{
    /// <summary>Writes a value. False when it is not a scalar.</summary>
    public static bool TryWrite(object? value, Utf8JsonWriter writer)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                return true;
            case string s:
                FreeFormPrimitives.WriteString(s, writer);
                return true;
            case bool flag:
                writer.WriteBooleanValue(flag);
                return true;
            case int number:
                writer.WriteNumberValue(number);
                return true;
            case Enum name:
                writer.WriteStringValue(name.ToString());
                return true;
            case double number:
                FreeFormPrimitives.WriteDouble(number, writer);
                return true;
            case float number:
                FreeFormPrimitives.WriteSingle(number, writer);
                return true;
            case DateTime time:
                writer.WriteStringValue(time);
                return true;
            case DateTimeOffset time:
                writer.WriteStringValue(time);
                return true;
            case Guid id:
                writer.WriteStringValue(id);
                return true;
            case byte[] bytes:
                writer.WriteBase64StringValue(bytes);
                return true;
            case Uri address:
                FreeFormPrimitives.WriteString(address.OriginalString, writer);
                return true;
            case TimeSpan time:
                writer.WriteStringValue(time.ToString("c", CultureInfo.InvariantCulture));
                return true;
            case BigInteger number:
                writer.WriteRawValue(number.ToString(CultureInfo.InvariantCulture));
                return true;
            default:
                return FreeFormNewerTypes.TryWrite(value, writer) || TryWriteConvertible(value, writer);
        }
    }

    /// <summary>Writes the other number types, and what stands for a simple value, such as the JValue of Newtonsoft.Json.</summary>
    private static bool TryWriteConvertible(object value, Utf8JsonWriter writer)
    {
        if (value is not IConvertible convertible)
            return false;
        switch (convertible.GetTypeCode())
        {
            case TypeCode.Empty or TypeCode.DBNull:
                writer.WriteNullValue();
                return true;
            case TypeCode.Boolean:
                writer.WriteBooleanValue(convertible.ToBoolean(CultureInfo.InvariantCulture));
                return true;
            case TypeCode.Char or TypeCode.String:
                FreeFormPrimitives.WriteString(convertible.ToString(CultureInfo.InvariantCulture), writer);
                return true;
            case TypeCode.SByte or TypeCode.Byte or TypeCode.Int16 or TypeCode.UInt16 or TypeCode.Int32 or TypeCode.UInt32 or TypeCode.Int64:
                writer.WriteNumberValue(convertible.ToInt64(CultureInfo.InvariantCulture));
                return true;
            case TypeCode.UInt64:
                writer.WriteNumberValue(convertible.ToUInt64(CultureInfo.InvariantCulture));
                return true;
            case TypeCode.Single or TypeCode.Double:
                FreeFormPrimitives.WriteDouble(convertible.ToDouble(CultureInfo.InvariantCulture), writer);
                return true;
            case TypeCode.Decimal:
                writer.WriteNumberValue(convertible.ToDecimal(CultureInfo.InvariantCulture));
                return true;
            case TypeCode.DateTime:
                writer.WriteStringValue(convertible.ToDateTime(CultureInfo.InvariantCulture));
                return true;
            default:
                return false;
        }
    }
}
