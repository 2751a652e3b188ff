using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trackly.Sdk.Pipeline.Json;

/// <summary>Writes a caller's values as JSON without reflection, so that it works in trimmed and native programs too.</summary>
/// <param name="writer">Where to write. Null only checks the values.</param>
internal sealed class FreeFormWriter(Utf8JsonWriter? writer)
{
    /// <summary>The depth that System.Text.Json permits by default; Trackly documents none.</summary>
    private const int MaxDepth = 64;

    private int _depth;

    public void WriteObject(Dictionary<string, object?> members)
    {
        Enter();
        writer?.WriteStartObject();
        foreach (var member in members)
            WriteMember(member.Key, member.Value);
        writer?.WriteEndObject();
        _depth--;
    }

    private void WriteMembers(IEnumerable<KeyValuePair<string, object?>> members)
    {
        Enter();
        writer?.WriteStartObject();
        foreach (var member in members)
            WriteMember(member.Key, member.Value);
        writer?.WriteEndObject();
        _depth--;
    }

    private void WriteMember(string name, object? value)
    {
        if (TextRules.HasLoneSurrogate(name))
            throw new FreeFormValueException("has a key with half of a surrogate pair, which would arrive as another key: remove it.");
        writer?.WritePropertyName(name);
        try
        {
            WriteValue(value);
        }
        catch (FreeFormValueException problem)
        {
            problem.PrependMember(name);
            throw;
        }
    }

    private void WriteValue(object? value)
    {
        if (FreeFormScalars.TryWrite(value, writer))
            return;
        switch (value)
        {
            case JsonElement element:
                WriteJson(element.WriteTo);
                break;
            case JsonNode node:
                WriteJson(target => node.WriteTo(target));
                break;
            case JsonDocument document:
                WriteJson(document.WriteTo);
                break;
            case Dictionary<string, object?> values:
                WriteObject(values);
                break;
            case IEnumerable<KeyValuePair<string, object?>> members:
                WriteMembers(members);
                break;
            case IDictionary dictionary:
                WriteDictionary(dictionary);
                break;
            // What Newtonsoft.Json makes of objects and arrays, for example in a job queue, prints itself as JSON.
            case IEnumerable token when token.GetType().Namespace == "Newtonsoft.Json.Linq":
                using (var document = JsonDocument.Parse(token.ToString()!))
                    WriteJson(document.WriteTo);
                break;
            case IEnumerable items:
                WriteArray(items);
                break;
            default:
                throw new FreeFormValueException($"is of the type {value!.GetType()}, which has no JSON form here: pass JsonSerializer.SerializeToElement(value) instead.");
        }
    }

    private void WriteDictionary(IDictionary dictionary)
    {
        List<KeyValuePair<string, object?>> members = new(dictionary.Count);
        // Not foreach: that would see the pairs of a generic dictionary.
        for (var entries = dictionary.GetEnumerator(); entries.MoveNext();)
        {
            members.Add(entries.Key is string key
                ? new KeyValuePair<string, object?>(key, entries.Value)
                : throw new FreeFormValueException($"has a key of the type {entries.Key.GetType()}: use strings as keys."));
        }

        WriteMembers(members);
    }

    private void WriteArray(IEnumerable items)
    {
        Enter();
        writer?.WriteStartArray();
        var index = 0;
        foreach (var item in items)
        {
            try
            {
                WriteValue(item);
            }
            catch (FreeFormValueException problem)
            {
                problem.PrependIndex(index);
                throw;
            }

            index++;
        }

        writer?.WriteEndArray();
        _depth--;
    }

    private void WriteJson(Action<Utf8JsonWriter> write)
    {
        try
        {
            using var check = writer is null ? new Utf8JsonWriter(Stream.Null, new JsonWriterOptions { MaxDepth = MaxDepth - _depth + 1 }) : null;
            write(writer ?? check!);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or JsonException or ObjectDisposedException or NotSupportedException)
        {
            throw new FreeFormValueException("is a JSON value that cannot be written, for example an undefined or disposed one, one nested too deeply, or one with half of a surrogate pair.");
        }
    }

    private void Enter()
    {
        if (_depth++ == MaxDepth)
            throw new FreeFormValueException(FormattableString.Invariant($"is nested more than {MaxDepth} levels deep: make it flatter."), isTooDeep: true);
    }
}
