using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Trackly.Sdk.Pipeline;

/// <summary>Lists what a caller put into a request, read from the JSON that was sent.</summary>
internal static class RequestValues
{
    /// <summary>Deeper than a body is ever written.</summary>
    private const int DeepestBody = 1000;

    /// <summary>Every text and number, and every name that is the caller's own, of custom fields and metadata.</summary>
    public static List<string> Of(ReadOnlySpan<byte> body)
    {
        List<string> values = [];
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = DeepestBody });
        while (reader.Read())
        {
            var value = reader.TokenType switch
            {
                JsonTokenType.String => reader.GetString()!,
                JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan.ToArray()),
                JsonTokenType.PropertyName when reader.GetString() is { } name && !IsTracklys(name) => name,
                _ => "",
            };
            if (IsWorthLookingFor(value))
                values.Add(value);
        }

        return values;
    }

    private static bool IsTracklys(string name) => name is "to" or "list_number" or "body" or "wrap_links" or "metadata"
        or "contact_data" or "first_name" or "last_name" or "timezone" or "custom_fields";

    /// <summary>One letter says nothing, unless it is a name, as in Korean.</summary>
    private static bool IsWorthLookingFor(string value) => value.Trim().Length switch
    {
        0 => false,
        1 => CharUnicodeInfo.GetUnicodeCategory(value.Trim()[0]) == UnicodeCategory.OtherLetter,
        _ => true,
    };
}
