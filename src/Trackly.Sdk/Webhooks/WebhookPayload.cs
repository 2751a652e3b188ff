using System.Text;
using System.Text.Json;

namespace Trackly.Sdk;

/// <summary>
/// The top-level strings of a webhook body under the names that events use. Everything else is skipped, at any depth, without building a tree.
/// </summary>
internal sealed class WebhookPayload
{
    private const int MaxBytesOfAnEscapedCharacter = 6;

    private static readonly HashSet<string> Names =
    [
        "event", "timestamp", "message_id", "status", "status_detail", "to", "list_number", "provider", "phone_number", "keyword", "from", "body",
        "text", "message",
    ];

    private static readonly int MaxNameLength = Names.Max(static name => name.Length) * MaxBytesOfAnEscapedCharacter;

    private readonly Dictionary<string, string> _values = [];

    private WebhookPayload(string rawJson) => RawJson = rawJson;

    public string RawJson { get; }

    /// <summary>Gets the string under a name. Null when it is missing or of another type. If a name appears twice, the last one counts.</summary>
    public string? this[string name] => _values.TryGetValue(name, out var value) ? value : null;

    /// <summary>Decodes the body first: bytes that are not UTF-8 become replacement characters instead of errors.</summary>
    public static WebhookPayload Parse(ReadOnlySpan<byte> json) => Parse(Encoding.UTF8.GetString(json.ToArray()));

    /// <exception cref="FormatException">The string is not a JSON object.</exception>
    public static WebhookPayload Parse(string json)
    {
        var payload = new WebhookPayload(json.TrimStart('\uFEFF'));
        try
        {
            payload.Read();
            return payload;
        }
        catch (JsonException exception)
        {
            // Not as inner exception: its message quotes the body.
            var position = $"line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}";
            throw new FormatException($"The webhook body is not valid JSON: {position}. It must be a JSON object.");
        }
    }

    private void Read()
    {
        if (string.IsNullOrWhiteSpace(RawJson))
            throw new FormatException("The webhook body is empty. It must be a JSON object.");
        // The depth needs no bound of its own: the reader keeps one bit for each level, and the body is already in memory.
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(LoneSurrogates.Replace(RawJson)), new JsonReaderOptions { MaxDepth = int.MaxValue });
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new FormatException("The webhook body is JSON, but not an object. It must be a JSON object.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            ReadProperty(ref reader);
        // Anything after the object is an error of its own.
        reader.Read();
    }

    private void ReadProperty(ref Utf8JsonReader reader)
    {
        var name = reader.ValueSpan.Length <= MaxNameLength ? reader.GetString()! : "";
        reader.Read();
        if (!Names.Contains(name))
            reader.Skip();
        else if (reader.TokenType == JsonTokenType.String)
            _values[name] = reader.GetString()!;
        else
        {
            _values.Remove(name);
            reader.Skip();
        }
    }
}
