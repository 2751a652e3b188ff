using System.Collections;
using System.Text.Json;

namespace Trackly.Sdk.Pipeline.Json;

/// <summary>Writes a caller's values as JSON without reflection, so that it works in trimmed and native programs too. Each sequence is read once.</summary>
internal sealed class FreeFormWriter(Utf8JsonWriter writer)
{
    /// <summary>The depth that System.Text.Json permits by default; Trackly documents none.</summary>
    public const int MaxDepth = 64;

    /// <summary>The limit that Trackly documents for a whole request. A sequence without an end reaches it.</summary>
    private const int MaxBytes = 5 * 1024 * 1024;

    private readonly List<object> _parents = [];

    public void WriteObject(Dictionary<string, object?> members)
    {
        Enter(members);
        writer.WriteStartObject();
        foreach (var member in members)
            WriteMember(member.Key, member.Value);
        writer.WriteEndObject();
        Leave();
    }

    private void WriteMembers(object parent, IEnumerable<KeyValuePair<string, object?>> members)
    {
        Enter(parent);
        writer.WriteStartObject();
        foreach (var member in members)
            WriteMember(member.Key, member.Value);
        writer.WriteEndObject();
        Leave();
    }

    private void WriteMember(string name, object? value)
    {
        if (TextRules.HasLoneSurrogate(name))
            throw new FreeFormValueException("has a key with half of a surrogate pair, which would arrive as another key: remove it.");
        writer.WritePropertyName(name);
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
        try
        {
            if (!FreeFormScalars.TryWrite(value, writer) && !FreeFormJsonTypes.TryWrite(value!, writer))
                WriteStructure(value!);
        }
        catch (Exception exception) when (exception is not FreeFormValueException)
        {
            throw FreeFormValueException.CreateUnreadable(exception);
        }

        if (writer.BytesCommitted + writer.BytesPending > MaxBytes)
            throw new FreeFormValueException("makes the request larger than Trackly takes, 5 MB as JSON: send less.", isTooLarge: true);
    }

    private void WriteStructure(object value)
    {
        switch (value)
        {
            case Dictionary<string, object?> values:
                WriteObject(values);
                break;
            case IEnumerable<KeyValuePair<string, object?>> members:
                WriteMembers(members, members);
                break;
            case IDictionary dictionary:
                WriteMembers(dictionary, ReadMembers(dictionary));
                break;
            case IEnumerable items:
                WriteArray(items);
                break;
            default:
                throw new FreeFormValueException($"is of the type {value.GetType()}, which has no JSON form here: pass JsonSerializer.SerializeToElement(value) instead.");
        }
    }

    private static IEnumerable<KeyValuePair<string, object?>> ReadMembers(IDictionary dictionary)
    {
        // Not foreach: that would see the pairs of a generic dictionary.
        for (var entries = dictionary.GetEnumerator(); entries.MoveNext();)
        {
            yield return entries.Key is string key
                ? new KeyValuePair<string, object?>(key, entries.Value)
                : throw new FreeFormValueException($"has a key of the type {entries.Key.GetType()}: use strings as keys.");
        }
    }

    private void WriteArray(IEnumerable items)
    {
        Enter(items);
        writer.WriteStartArray();
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

        writer.WriteEndArray();
        Leave();
    }

    private void Enter(object container)
    {
        foreach (var parent in _parents)
        {
            if (ReferenceEquals(parent, container))
                throw new FreeFormValueException("contains itself: break the cycle.");
        }

        if (_parents.Count == MaxDepth)
            throw new FreeFormValueException(FormattableString.Invariant($"is nested more than {MaxDepth} levels deep: make it flatter."));
        _parents.Add(container);
    }

    private void Leave() => _parents.RemoveAt(_parents.Count - 1);
}
