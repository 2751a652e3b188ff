using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trackly.Sdk.Pipeline.Json;

/// <summary>The caller's own keys and values, such as metadata, as JSON.</summary>
internal static class FreeFormJson
{
    /// <summary>Returns the first value that has no JSON form. Null when all have one.</summary>
    public static FreeFormValueException? FindProblem(Dictionary<string, object?> values)
    {
        try
        {
            new FreeFormWriter(writer: null).WriteObject(values);
            return null;
        }
        catch (FreeFormValueException problem)
        {
            return problem.IsTooDeep ? FindCycle(values) ?? problem : problem;
        }
        catch (Exception exception)
        {
            return new FreeFormValueException($"holds a sequence or dictionary that cannot be read: it throws {exception.GetType()}.");
        }
    }

    /// <summary>Returns whether two objects have the same JSON. The order of their keys does not matter. Values without a JSON form are equal only to themselves.</summary>
    public static bool AreEqual(Dictionary<string, object?>? left, Dictionary<string, object?>? right) =>
        ReferenceEquals(left, right)
        || (left is not null && right is not null && left.Count == right.Count && FindProblem(left) is null && FindProblem(right) is null
            && JsonNode.DeepEquals(ToNode(left), ToNode(right)));

    private static FreeFormValueException? FindCycle(Dictionary<string, object?> values)
    {
        try
        {
            return FreeFormCycles.Find(values);
        }
        catch (Exception)
        {
            // A sequence that can be read only once is too deep all the same.
            return null;
        }
    }

    private static JsonNode? ToNode(Dictionary<string, object?> values)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            new FreeFormWriter(writer).WriteObject(values);
        return JsonNode.Parse(stream.ToArray());
    }
}
