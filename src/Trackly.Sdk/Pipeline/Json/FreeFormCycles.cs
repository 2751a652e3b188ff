using System.Collections;

namespace Trackly.Sdk.Pipeline.Json;

/// <summary>Tells a value that contains itself from one that is nested deeply.</summary>
internal static class FreeFormCycles
{
    /// <summary>Finds a dictionary or sequence that is reached again from inside itself. Null when there is none.</summary>
    public static FreeFormValueException? Find(object value) => Visit(value, []);

    private static FreeFormValueException? Visit(object? value, List<object> parents)
    {
        if (value is string or not IEnumerable)
            return null;
        if (parents.Exists(parent => ReferenceEquals(parent, value)))
            return new FreeFormValueException("contains itself: break the cycle.");
        parents.Add(value);
        var problem = value is IDictionary dictionary ? VisitMembers(dictionary, parents) : VisitItems((IEnumerable)value, parents);
        parents.RemoveAt(parents.Count - 1);
        return problem;
    }

    private static FreeFormValueException? VisitMembers(IDictionary dictionary, List<object> parents)
    {
        for (var entries = dictionary.GetEnumerator(); entries.MoveNext();)
        {
            if (Visit(entries.Value, parents) is { } problem)
            {
                problem.PrependMember(entries.Key as string ?? "");
                return problem;
            }
        }

        return null;
    }

    private static FreeFormValueException? VisitItems(IEnumerable items, List<object> parents)
    {
        var index = 0;
        foreach (var item in items)
        {
            if (Visit(item, parents) is { } problem)
            {
                problem.PrependIndex(index);
                return problem;
            }

            index++;
        }

        return null;
    }
}
