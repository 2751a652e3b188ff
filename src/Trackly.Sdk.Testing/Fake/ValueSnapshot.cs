using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trackly.Sdk.Testing.Fake;

/// <summary>
/// Copies a caller's own keys and values: dictionaries as dictionaries, arrays of simple values as they are, other sequences as lists. What the client refuses, such as a
/// cycle, a sequence without an end or one that throws, stays so in the copy.
/// </summary>
internal sealed class ValueSnapshot
{
    /// <summary>Deeper values are left as they are: the client refuses them.</summary>
    private const int MaxDepth = 100;

    /// <summary>With more, a sequence is cut short: each takes two bytes of JSON, and the client refuses more than 5 MB.</summary>
    private const int MaxValues = 5 * 1024 * 1024 / 2;

    private readonly List<(object Original, object Copy)> _parents = [];
    private int _values;

    public static Dictionary<string, object?>? Take(Dictionary<string, object?>? values) =>
        values is null ? null : new ValueSnapshot().Copy(values) as Dictionary<string, object?> ?? values;

    private object? Copy(object? value)
    {
        if (value is null or string || _parents.Count > MaxDepth || ++_values > MaxValues)
            return value;
        if (_parents.Find(parent => ReferenceEquals(parent.Original, value)) is { Copy: { } cycle })
            return cycle;
        try
        {
            return value switch
            {
                JsonElement element => element.Clone(),
                JsonNode node => node.DeepClone(),
                JsonDocument document => document.RootElement.Clone(),
                Array array when array.GetType().GetElementType() is { } type && (type.IsValueType || type == typeof(string)) => array.Clone(),
                ICloneable token when value.GetType().Namespace == "Newtonsoft.Json.Linq" => token.Clone(),
                IEnumerable<KeyValuePair<string, object?>> members => CopyMembers(value, members),
                IDictionary dictionary => CopyDictionary(dictionary),
                IEnumerable items => CopyItems(items),
                _ => value,
            };
        }
        catch (Exception exception)
        {
            return value is IEnumerable ? CreateThrowing(exception) : value;
        }
    }

    private Dictionary<string, object?> CopyMembers(object original, IEnumerable<KeyValuePair<string, object?>> members)
    {
        var copy = new Dictionary<string, object?>();
        _parents.Add((original, copy));
        foreach (var member in members)
            copy[member.Key] = Copy(member.Value);
        _parents.RemoveAt(_parents.Count - 1);
        return copy;
    }

    private object CopyDictionary(IDictionary dictionary)
    {
        var members = new Dictionary<string, object?>();
        // Not foreach: that would see the pairs of a generic dictionary.
        for (var entries = dictionary.GetEnumerator(); entries.MoveNext();)
        {
            if (entries.Key is not string key)
                return dictionary;
            members[key] = entries.Value;
        }

        return CopyMembers(dictionary, members);
    }

    private List<object?> CopyItems(IEnumerable items)
    {
        var copy = new List<object?>();
        _parents.Add((items, copy));
        foreach (var item in items)
        {
            copy.Add(Copy(item));
            if (_values > MaxValues)
                break;
        }

        _parents.RemoveAt(_parents.Count - 1);
        return copy;
    }

    private static IEnumerable<object?> CreateThrowing(Exception exception) => Enumerable.Range(0, 1).Select<int, object?>(_ => throw exception);
}
