using System.Collections;

namespace Trackly.Sdk.Pipeline.Json;

/// <summary>Tells a value that contains itself from one that is nested deeply.</summary>
internal sealed class FreeFormCycles
{
    private const int MaxDepth = 64;

    /// <summary>More values are not worth the time to tell a cycle from depth.</summary>
    private const int MaxValues = 10_000;

    private readonly List<object> _parents = [];
    private int _values;

    /// <summary>Finds a dictionary or sequence that is reached again from inside itself. Null when there is none.</summary>
    public static FreeFormValueException? Find(object value) => new FreeFormCycles().Visit(value);

    private FreeFormValueException? Visit(object? value)
    {
        // A cycle shows within the permitted depth, or is none that could be followed to its end.
        if (value is string or not IEnumerable || _parents.Count > MaxDepth || ++_values > MaxValues)
            return null;
        if (_parents.Exists(parent => ReferenceEquals(parent, value)))
            return new FreeFormValueException("contains itself: break the cycle.");
        _parents.Add(value);
        var problem = value is IDictionary dictionary ? VisitMembers(dictionary) : VisitItems((IEnumerable)value);
        _parents.RemoveAt(_parents.Count - 1);
        return problem;
    }

    private FreeFormValueException? VisitMembers(IDictionary dictionary)
    {
        for (var entries = dictionary.GetEnumerator(); entries.MoveNext();)
        {
            if (Visit(entries.Value) is { } problem)
            {
                problem.PrependMember(entries.Key as string ?? "");
                return problem;
            }
        }

        return null;
    }

    private FreeFormValueException? VisitItems(IEnumerable items)
    {
        var index = 0;
        foreach (var item in items)
        {
            if (Visit(item) is { } problem)
            {
                problem.PrependIndex(index);
                return problem;
            }

            index++;
        }

        return null;
    }
}
