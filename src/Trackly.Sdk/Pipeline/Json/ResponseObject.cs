using System.Globalization;
using System.Text.Json;

namespace Trackly.Sdk.Pipeline.Json;

/// <summary>
/// The members of a JSON object of a response, taken one by one. A member of another type than documented counts as absent and stays with those that nobody takes: no response
/// fails for the sake of one member.
/// </summary>
internal sealed class ResponseObject
{
    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);

    private ResponseObject(JsonElement json)
    {
        foreach (var member in json.EnumerateObject())
            _members[member.Name] = member.Value;
    }

    /// <summary>Gets the properties of a response without additional ones.</summary>
    public static IReadOnlyDictionary<string, JsonElement> NoProperties { get; } = new Dictionary<string, JsonElement>();

    /// <summary>Parses a whole body. Null when it is not one JSON object.</summary>
    public static ResponseObject? Parse(byte[] utf8)
    {
        try
        {
            var reader = new Utf8JsonReader(utf8);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return null;
            // Unlike JsonDocument.Parse it rents no array that somebody has to return.
            var json = JsonElement.ParseValue(ref reader);
            return reader.Read() ? null : new ResponseObject(json);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Compares additional properties by their JSON.</summary>
    public static bool AreEqual(IReadOnlyDictionary<string, JsonElement> left, IReadOnlyDictionary<string, JsonElement> right) =>
        left.Count == right.Count && left.All(property => right.TryGetValue(property.Key, out var value) && value.GetRawText() == property.Value.GetRawText());

    public string? TakeString(string name) => Take(name, static value => value.ValueKind == JsonValueKind.String ? value.GetString() : null);

    public bool? TakeBoolean(string name) => Take<bool?>(name, static value => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    });

    public int? TakeInt32(string name) => Take<int?>(name, static value => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null);

    public decimal? TakeDecimal(string name) =>
        Take<decimal?>(name, static value => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) ? number : null);

    /// <summary>Takes a time. Trackly writes some with <c>Z</c> and some without a zone: both are UTC.</summary>
    public DateTimeOffset? TakeTime(string name) => Take(name, static value => value.ValueKind == JsonValueKind.String ? ParseTime(value.GetString()!) : null);

    public ResponseObject? TakeObject(string name) => Take(name, static value => value.ValueKind == JsonValueKind.Object ? new ResponseObject(value) : null);

    /// <summary>Takes an array of objects. An item that is none is null. Null when the member is no array.</summary>
    public IReadOnlyList<ResponseObject?>? TakeObjects(string name) => Take<IReadOnlyList<ResponseObject?>?>(name, static value => value.ValueKind == JsonValueKind.Array
        ? [.. value.EnumerateArray().Select(static item => item.ValueKind == JsonValueKind.Object ? new ResponseObject(item) : null)]
        : null);

    /// <summary>Takes an object with keys and values of the user's own, as <see cref="FreeFormJsonConverter"/> reads them.</summary>
    public Dictionary<string, object?>? TakeValues(string name) => Take(name, static value =>
    {
        if (value.ValueKind != JsonValueKind.Object)
            return null;
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject().Where(static member => IsReadable(member.Value)))
            values[member.Name] = FreeFormJsonConverter.ToValue(member.Value);
        return values;
    });

    /// <summary>Returns what nobody has taken. A member whose strings could not be read later is left out.</summary>
    public IReadOnlyDictionary<string, JsonElement> GetOthers() => _members.Count == 0
        ? NoProperties
        : _members.Where(static member => IsReadable(member.Value)).ToDictionary(static member => member.Key, static member => member.Value.Clone(), StringComparer.Ordinal);

    private static DateTimeOffset? ParseTime(string text) =>
        // A date at least: a time of day alone would depend on the clock.
        text.Length >= "2025-03-15".Length && text[4] == '-'
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : null;

    private static bool IsReadable(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString() is not null,
                JsonValueKind.Object => value.EnumerateObject().All(static member => member.Name is not null && IsReadable(member.Value)),
                JsonValueKind.Array => value.EnumerateArray().All(IsReadable),
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private T? Take<T>(string name, Func<JsonElement, T?> read)
    {
        if (!_members.TryGetValue(name, out var value))
            return default;
        try
        {
            var result = read(value);
            if (result is not null || value.ValueKind == JsonValueKind.Null)
                _members.Remove(name);
            return result;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, or invalid UTF-8: it cannot become a string.
            return default;
        }
    }
}
