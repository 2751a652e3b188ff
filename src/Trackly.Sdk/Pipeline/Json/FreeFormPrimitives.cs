using System.Text.Json;

namespace Trackly.Sdk.Pipeline.Json;

/// <summary>Writes strings and numbers, some of which have no JSON form.</summary>
internal static class FreeFormPrimitives
{
    public static void WriteString(string s, Utf8JsonWriter writer)
    {
        if (TextRules.HasLoneSurrogate(s))
            throw new FreeFormValueException("has half of a surrogate pair, which would arrive as another character: remove it.");
        writer.WriteStringValue(s);
    }

    public static void WriteDouble(double number, Utf8JsonWriter writer)
    {
        if (double.IsNaN(number) || double.IsInfinity(number))
            throw NotFinite(double.IsNaN(number));
        writer.WriteNumberValue(number);
    }

    public static void WriteSingle(float number, Utf8JsonWriter writer)
    {
        if (float.IsNaN(number) || float.IsInfinity(number))
            throw NotFinite(float.IsNaN(number));
        writer.WriteNumberValue(number);
    }

    private static FreeFormValueException NotFinite(bool isNaN) =>
        new(isNaN ? "is NaN, which JSON has no form for: use a finite number or null." : "is infinite, which JSON has no form for: use a finite number or null.");
}
